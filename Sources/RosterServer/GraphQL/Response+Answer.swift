import GraphQL
import HTTPTypes
import Hummingbird
import Roster

extension Hummingbird.Response {
    /// An answer as HTTP carries it.
    static func answer(_ answered: AnsweredRequest, as type: AnswerTypes.Single) -> Self {
        var response = json(answered.response.body, status: answered.response.status(as: type), type: type)
        response.headers[.rosterVersion] = answered.version.map { String($0) }
        return response
    }

    /// The same to a GET request, whose caller may keep the answer and ask whether it is still right.
    static func answer(_ answered: AnsweredRequest, as type: AnswerTypes.Single, toGetWith head: HTTPFields) -> Self {
        var response = answer(answered, as: type)
        response.headers[.vary] = "Accept, Authorization, Cookie"
        guard let tag = answered.tag.map({ EntityTag($0, type) }) else { return response }
        response.headers[.eTag] = tag.text
        // Kept by the caller alone, and asked for again before each use.
        response.headers[.cacheControl] = "private, no-cache"
        guard tag.matches(head[values: .ifNoneMatch]) else { return response }
        response.status = .notModified
        response.headers[.contentType] = nil
        response.headers[.contentLength] = nil
        response.body = ResponseBody()
        response.headers[.contentLength] = nil
        return response
    }
}

/// What names one answer in one media type (RFC 9110 section 8.8.3).
struct EntityTag: Sendable, Hashable {
    let text: String

    init(_ tag: String, _ type: AnswerTypes.Single) {
        text = "\"\(tag)-\(type == .graphQL ? "g" : "j")\""
    }

    /// Whether an `If-None-Match` names it (RFC 9110 section 13.1.2, the weak comparison).
    func matches(_ fields: [String]) -> Bool {
        fields.flatMap { $0.split(separator: ",") }.contains { entry in
            let entry = entry.drop { $0 == " " || $0 == "\t" }
            let tag = entry.hasPrefix("W/") ? entry.dropFirst(2) : entry
            return tag == "*" || tag.prefix { $0 != " " && $0 != "\t" } == text
        }
    }
}

extension HTTPField.Name {
    /// The version of the registry that an answer was made from. Proven: letters and a hyphen are a field name.
    static let rosterVersion = HTTPField.Name("Roster-Version") ?? .server
    /// The least version that an answer is to be made from. Proven as above.
    static let rosterMinimumVersion = HTTPField.Name("Roster-Min-Version") ?? .server
}
