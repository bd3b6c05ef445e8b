/// A place in a list, as text that means nothing to a caller.
///
/// It holds the place itself, so it stays good when the entry that it was made of is renamed or deleted.
enum Cursor {
    /// The hexadecimal digits of `provider_12 Name`.
    static func text<Of>(_ order: NameOrder<Of>) -> String {
        hidden("\(order.id) \(order.name.text)")
    }

    /// Reads a cursor of a list of that noun.
    ///
    /// - Throws: `cursor` for any text that is none.
    static func order<Of>(
        _ text: String, of _: Of.Type, at field: FieldPath
    ) throws(Refusals) -> NameOrder<Of> {
        guard let plain = shown(text), let space = plain.utf8.firstIndex(of: UInt8(ascii: " ")),
            let id = ID<Of>(String(plain[..<space]))
        else { throw Refusals(.cursor, at: field) }
        return NameOrder(Name(stored: String(Substring(plain.utf8[space...].dropFirst()))), id)
    }

    /// The hexadecimal digits of a text.
    static func hidden(_ plain: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: plain.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The text of hexadecimal digits; nil for other text.
    static func shown(_ text: String) -> String? {
        bytes(text).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
