package import GraphQL

/// What answers GraphQL requests: the registry, or a mock of any schema.
package protocol GraphQLAnswering: Sendable {
    /// Answers a request.
    func respond(to request: Request, as viewer: Viewer) async -> Response

    /// Answers a request that must not change anything.
    ///
    /// - Throws: where its operation is not a query.
    func respond(toQuery request: Request, as viewer: Viewer) async throws(NotAQuery) -> Response
}

/// The operation of a request that may only be a query is something else.
package struct NotAQuery: Error {
    package init() {}
}
