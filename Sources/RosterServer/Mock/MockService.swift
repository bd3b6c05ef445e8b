import GraphQL
import Roster

/// Answers requests about any schema that has resolvers of its own.
struct MockService: GraphQLAnswering {
    private let documents: DocumentCache

    init(schema: Schema) {
        documents = DocumentCache(schema: schema)
    }

    func respond(to request: Request, as viewer: Viewer) async -> Response {
        do throws(RequestErrors) {
            return await (try ready(request)).run(in: NoContext())
        } catch {
            return Response(error)
        }
    }

    func respond(toQuery request: Request, as viewer: Viewer) async throws(NotAQuery) -> Response {
        let operation: ReadyOperation
        do throws(RequestErrors) { operation = try ready(request) } catch { return Response(error) }
        guard operation.plan.operation == .query else { throw NotAQuery() }
        return await operation.run(in: NoContext())
    }

    private func ready(_ request: Request) throws(RequestErrors) -> ReadyOperation {
        try documents.document(request.query).operation(named: request.operationName, variables: request.variables)
    }
}
