extension Instant: CustomStringConvertible {
    /// RFC 3339 section 5.6 in UTC, for example `2026-07-02T09:30:00Z`.
    package var description: String {
        let (days, second) = secondsSince1970.quotientAndRemainder(flooringBy: 86_400)
        let date = CivilDate(daysSince1970: days)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, to: 2) }
        return "\(date)T\(clock[0]):\(clock[1]):\(clock[2])Z"
    }

    /// Reads RFC 3339 with any offset; a fraction of a second is dropped.
    ///
    /// Nil for text that is not of that form, for dates that do not exist, and for leap seconds.
    package init?(_ text: String) {
        var rest = text.utf8[...]
        guard let year = Self.digits(4, &rest), Self.take("-", &rest),
            let month = Self.digits(2, &rest), Self.take("-", &rest),
            let day = Self.digits(2, &rest), Self.take("T", &rest) || Self.take("t", &rest),
            let hour = Self.digits(2, &rest), hour < 24, Self.take(":", &rest),
            let minute = Self.digits(2, &rest), minute < 60, Self.take(":", &rest),
            let second = Self.digits(2, &rest), second < 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        if Self.take(".", &rest) {
            guard Self.digits(1, &rest) != nil else { return nil }
            while Self.digits(1, &rest) != nil {}
        }
        guard let offset = Self.offset(&rest), rest.isEmpty else { return nil }
        self.init(secondsSince1970: date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset)
    }

    /// Seconds east of UTC.
    private static func offset(_ rest: inout Substring.UTF8View) -> Int? {
        if take("Z", &rest) || take("z", &rest) { return 0 }
        let isWest = take("-", &rest)
        guard isWest || take("+", &rest), let hour = digits(2, &rest), hour < 24, take(":", &rest),
            let minute = digits(2, &rest), minute < 60
        else { return nil }
        return (hour * 3600 + minute * 60) * (isWest ? -1 : 1)
    }

    private static func take(_ character: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private static func digits(_ count: Int, _ rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Int {
    /// Division that rounds down, so that the remainder is never negative.
    fileprivate func quotientAndRemainder(flooringBy divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
