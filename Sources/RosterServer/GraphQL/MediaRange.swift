/// A media type, or a range of them, as header fields name it (RFC 9110 section 8.3.1 and 12.5.1).
struct MediaRange: Sendable, Hashable {
    /// `type/subtype` in lower case; either may be `*`.
    let type: String
    /// In the order in which they come, names in lower case, values without quotation marks.
    let parameters: [Parameter]

    struct Parameter: Sendable, Hashable {
        let name: String
        let value: String
    }

    init(_ text: some StringProtocol) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        type = parts.first.map { Self.trimmed($0).lowercased() } ?? ""
        parameters = parts.dropFirst().compactMap { part in
            let part = Self.trimmed(part)
            guard !part.isEmpty else { return nil }
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            var value = sides.count > 1 ? sides[1] : ""
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            return Parameter(name: sides[0].lowercased(), value: String(value))
        }
    }

    /// Whether text of this type is UTF-8: where nothing is said, JSON is.
    var isUTF8: Bool {
        parameters.allSatisfy { $0.name != "charset" || ["utf-8", "utf8"].contains($0.value.lowercased()) }
    }

    /// How much it is wanted (RFC 9110 section 12.4.2): 1 where nothing is said, 0 where what is said is no weight.
    var weight: Double {
        guard let value = parameters.first(where: { $0.name == "q" })?.value else { return 1 }
        guard let weight = Double(value), weight >= 0, weight <= 1 else { return 0 }
        return weight
    }

    /// Without the optional whitespace of RFC 9110 section 5.6.3 around it.
    private static func trimmed(_ text: some StringProtocol) -> some StringProtocol {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
        let end = text.lastIndex { !isBlank($0) }.map(text.index(after:)) ?? start
        return text[start..<end]
    }
}

extension [MediaRange] {
    /// All ranges of an `Accept` header that allow UTF-8.
    init(accepting fields: [String]) {
        self = fields.flatMap { $0.split(separator: ",") }.map { MediaRange($0) }.filter(\.isUTF8)
    }

    /// The weight of a type: the most specific range that covers it decides.
    func weight(of type: String) -> (value: Double, isNamed: Bool) {
        let category = type.prefix { $0 != "/" }
        for range in [type, "\(category)/*", "*/*"] {
            guard let match = first(where: { $0.type == range }) else { continue }
            return (match.weight, range == type)
        }
        return (0, false)
    }
}
