import HTTPTypes
import Testing

/// One audit of GraphQL over HTTP: what is sent, and what must be seen.
///
/// Identifiers and titles are those of the server audits of the package `graphql-http`, so that a list of theirs can be
/// held beside this one.
struct Audit: Sendable, CustomTestStringConvertible {
    let id: String
    let title: String
    var method = HTTPRequest.Method.post
    /// The query string of a GET request.
    var parameters = ""
    var contentType: String? = "application/json"
    var accept: String?
    var body: String?
    let expected: [Expectation]

    enum Expectation: Sendable {
        case status(ClosedRange<Int>)
        /// `Content-Type` is this type.
        case type(String)
        case errors
        case noErrors
        /// The body has no member `data`.
        case noData

        static func status(_ code: Int) -> Self { .status(code...code) }
    }

    static let json = "application/json"
    static let graphQL = "application/graphql-response+json"

    init(post id: String, _ title: String, _ body: String?, accept: String? = nil, _ expected: Expectation...) {
        self.id = id
        self.title = title
        self.accept = accept
        self.body = body
        self.expected = expected
    }

    init(get id: String, _ title: String, _ parameters: String, accept: String? = nil, _ expected: Expectation...) {
        self.id = id
        self.title = title
        self.accept = accept
        self.expected = expected
        self.parameters = parameters
        method = .get
        contentType = nil
    }

    /// The same with another `Content-Type`.
    func typed(_ contentType: String?) -> Audit {
        var audit = self
        audit.contentType = contentType
        return audit
    }

    var testDescription: String { "\(id) \(title)" }
}
