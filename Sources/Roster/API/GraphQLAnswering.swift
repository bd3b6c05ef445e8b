package import GraphQL

/// What answers GraphQL requests: the registry, or a mock of any schema.
package protocol GraphQLAnswering: Sendable {
    /// Answers a request: prepares its document, looks whether the viewer may, and runs the operation.
    ///
    /// - Throws: where the operation is of a kind that is not among `kinds`; nothing has run then.
    func answer(
        _ request: Request,
        as viewer: Viewer,
        allowing kinds: Set<AST.OperationType>
    ) async throws(OperationNotAllowed) -> GraphQLAnswer

    /// The version of the registry that answers are made from; nil where there is no registry.
    var version: Int? { get }

    /// Whether a viewer may go on as it is: false once its token is revoked, expired, or of another role.
    func isCurrent(_ viewer: Viewer) -> Bool

    /// Returns once the viewer is no longer current, the service ends, or the task is cancelled.
    func waitWhileCurrent(_ viewer: Viewer) async

    /// Waits until answers are made from at least that version of the registry; false where they are not in time.
    func waitForVersion(_ version: Int, within limit: Duration) async -> Bool
}

/// The operation of a request is of a kind that its way does not take, such as a mutation by GET.
package struct OperationNotAllowed: Error {
    package let kind: AST.OperationType

    package init(kind: AST.OperationType) {
        self.kind = kind
    }
}

extension GraphQLAnswering {
    /// Answers a request whose operation is a query or a mutation.
    package func respond(to request: Request, as viewer: Viewer) async -> AnsweredRequest {
        do throws(OperationNotAllowed) {
            if case .response(let answered) = try await answer(request, as: viewer, allowing: [.query, .mutation]) {
                return answered
            }
        } catch {}
        let refusal = GraphQLError("Subscriptions are not answered here.", code: .badUserInput)
        return AnsweredRequest(Response(RequestErrors(refusal)))
    }
}
