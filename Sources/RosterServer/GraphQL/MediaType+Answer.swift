import Hummingbird

extension MediaType {
    /// The media types in which a GraphQL response is sent.
    enum Answer: Sendable, Hashable {
        /// `application/graphql-response+json`, whose status says whether the request was well formed.
        case graphQL
        /// `application/json`, as older clients know it: a document that was refused is answered with 200.
        case json
    }
}

extension MediaType.Answer {
    var headerValue: String {
        switch self {
        case .graphQL: "application/graphql-response+json; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// The type to answer in, by the caller's `Accept` fields (RFC 9110 section 12.5.1).
    ///
    /// A caller that has no preference, or accepts anything, is given `application/json`.
    init(accepting fields: [String]) throws(HTTPRefusal) {
        guard !fields.isEmpty else {
            self = .json
            return
        }
        let ranges = fields.flatMap { $0.split(separator: ",") }.map(MediaRange.init)
        let graphQL = ranges.quality(of: "graphql-response+json")
        let json = ranges.quality(of: "json")
        guard max(graphQL.value, json.value) > 0 else { throw .notAcceptable }
        let prefersGraphQL = graphQL.value > json.value || (graphQL.value == json.value && graphQL.isNamed)
        self = prefersGraphQL ? .graphQL : .json
    }
}

/// One entry of an `Accept` field: a media range and its weight.
private struct MediaRange {
    let range: String
    let weight: Double

    init(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.trimmed.lowercased() }
        range = parts.first ?? ""
        let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
        weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    }
}

extension [MediaRange] {
    /// The weight of `application/<subtype>`: the most specific range that covers it decides.
    fileprivate func quality(of subtype: String) -> (value: Double, isNamed: Bool) {
        for range in ["application/\(subtype)", "application/*", "*/*"] {
            guard let match = first(where: { $0.range == range }) else { continue }
            return (match.weight, range.hasSuffix(subtype))
        }
        return (0, false)
    }
}

extension StringProtocol {
    /// Without the optional whitespace of RFC 9110 section 5.6.3 around it.
    fileprivate var trimmed: SubSequence {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
