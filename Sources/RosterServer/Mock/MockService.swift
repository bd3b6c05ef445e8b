import GraphQL
import Roster

/// Answers requests about any schema that has resolvers of its own.
struct MockService: GraphQLAnswering {
    private let documents: DocumentCache

    init(schema: Schema) {
        documents = DocumentCache(schema: schema)
    }

    func answer(
        _ request: Request,
        as viewer: Viewer,
        allowing kinds: Set<AST.OperationType>
    ) async throws(OperationNotAllowed) -> GraphQLAnswer {
        let operation: ReadyOperation
        do throws(RequestErrors) {
            let document = try documents.document(request.query)
            operation = try document.operation(named: request.operationName, variables: request.variables)
        } catch {
            return .response(AnsweredRequest(Response(error)))
        }
        let kind = operation.plan.operation
        guard kinds.contains(kind) else { throw OperationNotAllowed(kind: kind) }
        do throws(RequestErrors) {
            return kind == .subscription
                ? .stream(try await operation.subscribe(in: NoContext()))
                : .response(AnsweredRequest(await operation.run(in: NoContext())))
        } catch {
            return .response(AnsweredRequest(Response(error)))
        }
    }

    var version: Int? { nil }

    func isCurrent(_ viewer: Viewer) -> Bool { true }

    func waitWhileCurrent(_ viewer: Viewer) async {
        for await _ in AsyncStream<Never>.makeStream().stream {}
    }

    func waitForVersion(_ version: Int, within limit: Duration) async -> Bool { true }
}
