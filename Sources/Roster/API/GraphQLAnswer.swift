package import GraphQL

/// What became of a request.
package enum GraphQLAnswer: Sendable {
    /// One response: to a query, to a mutation, or to what was refused.
    case response(AnsweredRequest)
    /// The responses of a subscription, which has begun.
    case stream(ResponseStream)
}

/// A response, and what is known about it.
package struct AnsweredRequest: Sendable {
    package let response: Response
    /// The version of the registry that it was made from; nil where there is no registry.
    package let version: Int?
    /// Equal for equal responses, of all servers: made of document, variables, role and the response. Nil where the response
    /// depends on anything else.
    package let tag: String?

    package init(_ response: Response, version: Int? = nil, tag: String? = nil) {
        self.response = response
        self.version = version
        self.tag = tag
    }
}
