import GraphQL
import JSON
import OrderedCollections

extension Request {
    /// Whether the document is only to be looked at, as editors do while somebody types:
    /// `"extensions": {"validateOnly": true}`.
    ///
    /// The document is parsed and validated; where variables are sent they are checked too, and the caller's role.
    /// Nothing runs.
    var isValidateOnly: Bool {
        extensions["validateOnly"] == .bool(true)
    }
}

extension GraphQLAnswer {
    /// The answer to a document that is all right and was only to be looked at.
    static func validated(at version: Int?) -> GraphQLAnswer {
        let response = Response(errors: [], data: Array("null".utf8), extensions: ["validateOnly": true])
        return .response(AnsweredRequest(response, version: version))
    }
}
