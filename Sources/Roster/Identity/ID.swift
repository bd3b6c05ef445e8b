/// A kind of thing that is stored and has ids of its own.
package protocol Noun: Sendable {
    /// The word before the underscore of its global ids, in lower case.
    static var noun: StaticString { get }
}

/// The number of one stored thing, typed by what it is the number of.
///
/// Strangers see it as global text such as `provider_12`: lower-case noun, underscore, decimal without leading zeros.
package struct ID<Of: Noun>: Hashable, Sendable {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    /// Reads global text; nil for another noun's id and for every spelling but the one that is printed.
    package init?(_ text: String) {
        guard let number = GlobalText.number(in: text, of: Of.noun) else { return nil }
        self.init(number)
    }
}

extension ID: Comparable {
    package static func < (left: ID, right: ID) -> Bool { left.number < right.number }
}

extension ID: CustomStringConvertible {
    /// The global text.
    package var description: String { "\(Of.noun)_\(number)" }
}

/// The spelling of global ids.
enum GlobalText {
    /// The number in `<noun>_<number>`; nil unless it is positive, fits Postgres' `integer` and is spelt canonically.
    static func number(in text: String, of noun: StaticString) -> Int? {
        let bytes = text.utf8
        let prefix = noun.utf8CodeUnitCount + 1
        guard bytes.count > prefix, bytes.count <= prefix + 10, bytes.starts(with: "\(noun)_".utf8) else { return nil }
        let digits = bytes.dropFirst(prefix)
        guard digits.first != UInt8(ascii: "0") else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number <= Int(Int32.max) ? number : nil
    }
}
