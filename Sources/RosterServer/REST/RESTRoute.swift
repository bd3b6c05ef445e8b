import HTTPTypes

/// A route as a stored GraphQL operation: what it takes are the operation's variables, and what it answers is a part
/// of the operation's result. There is no other implementation behind it.
struct RESTRoute: Sendable {
    let method: HTTPRequest.Method
    /// With a colon before each parameter: `/api/config/models/:id`.
    let path: String
    /// The status of success.
    let status: HTTPResponse.Status
    /// Where in the operation's `data` the answer is; null there is 404.
    let result: [String]
    /// What the integer ids among the variables are ids of, such as `provider`.
    let nouns: [String: String]
    /// Variables that come in the query string.
    let query: [String]
    /// Its first line says what the route does.
    let document: String

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ status: HTTPResponse.Status = .ok,
        result: [String],
        nouns: [String: String] = [:],
        query: [String] = [],
        _ document: String
    ) {
        self.method = method
        self.path = path
        self.status = status
        self.result = result
        self.nouns = nouns
        self.query = query
        self.document = document
    }

    /// The variable that the `If-Match` field of a request is.
    static let expectedVersion = "expectedVersion"

    /// The variables that come in the path.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }
}
