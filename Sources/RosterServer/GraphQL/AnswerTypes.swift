/// The media types in which a caller takes the answer to a GraphQL request.
struct AnswerTypes: Sendable, Hashable {
    /// For one response; nil where the caller takes none but a stream of them.
    let single: Single?
    /// Whether several may come as `text/event-stream`.
    let allowsStream: Bool

    /// The types of one response.
    enum Single: Sendable, Hashable {
        /// `application/graphql-response+json`, whose status says how the request went.
        case graphQL
        /// `application/json`, as older clients know it: whatever was well formed is answered with 200.
        case json
    }

    /// By the caller's `Accept` fields (RFC 9110 section 12.5.1).
    ///
    /// A caller that has no preference, or accepts anything, is given `application/json`. A stream must be named: a
    /// program that takes anything does not expect one.
    init(accepting fields: [String]) throws(HTTPRefusal) {
        guard !fields.isEmpty else {
            self.init(single: .json, allowsStream: false)
            return
        }
        let ranges = [MediaRange](accepting: fields)
        let graphQL = ranges.weight(of: Single.graphQL.mediaType)
        let json = ranges.weight(of: Single.json.mediaType)
        let stream = ranges.weight(of: EventStream.mediaType)
        let allowsStream = stream.isNamed && stream.value > 0
        let best = max(graphQL.value, json.value)
        guard best > 0 || allowsStream else { throw .notAcceptable }
        let prefersGraphQL = graphQL.value > json.value || (graphQL.value == json.value && graphQL.isNamed)
        let single: Single = prefersGraphQL ? .graphQL : .json
        let prefersStream = allowsStream && stream.value > best
        self.init(single: best > 0 && !prefersStream ? single : nil, allowsStream: allowsStream)
    }

    init(single: Single?, allowsStream: Bool) {
        self.single = single
        self.allowsStream = allowsStream
    }
}

extension AnswerTypes.Single {
    var mediaType: String {
        switch self {
        case .graphQL: "application/graphql-response+json"
        case .json: "application/json"
        }
    }

    /// The value of `Content-Type`.
    var contentType: String { "\(mediaType); charset=utf-8" }
}
