package import GraphQL
import JSON
package import Logging
import OrderedCollections
import Postgres

/// Answers GraphQL requests about a registry.
package final class GraphQLService: GraphQLAnswering {
    private let registry: Registry
    private let calls: (any ProviderCalling)?
    private let documents: DocumentCache
    private let logger: Logger

    /// - Parameter calls: what calls providers; nil where nobody does.
    package init(
        _ registry: Registry,
        calls: (any ProviderCalling)? = nil,
        limits: Limits = Limits(),
        logger: Logger
    ) throws(SchemaErrors) {
        self.registry = registry
        self.calls = calls
        self.logger = logger
        documents = DocumentCache(schema: try RosterSchema.schema, limits: limits)
    }

    /// Answers a request: prepares its document, looks whether the viewer may, and runs the operation.
    ///
    /// A mutation operation that has any error has changed nothing.
    package func respond(to request: Request, as viewer: Viewer) async -> Response {
        do throws(RequestErrors) {
            let operation = try ready(request)
            try permit(operation.plan, viewer)
            switch operation.plan.operation {
            case .query: return await answer(operation, viewer)
            case .mutation: return await change(operation, viewer)
            case .subscription: throw RequestErrors(.notServed)
            }
        } catch {
            return Response(error)
        }
    }

    /// Answers a request that must not change anything.
    ///
    /// - Throws: where its operation is not a query.
    package func respond(toQuery request: Request, as viewer: Viewer) async throws(NotAQuery) -> Response {
        do throws(RequestErrors) {
            let operation = try ready(request)
            try permit(operation.plan, viewer)
            if operation.plan.operation == .query { return await answer(operation, viewer) }
        } catch {
            return Response(error)
        }
        throw NotAQuery()
    }
}

extension GraphQLService {
    private func ready(_ request: Request) throws(RequestErrors) -> ReadyOperation {
        try documents.document(request.query).operation(named: request.operationName, variables: request.variables)
    }

    /// Refuses an operation that selects a field for which the viewer's role is too small; nothing has run yet.
    private func permit(_ plan: OperationPlan, _ viewer: Viewer) throws(RequestErrors) {
        let needed = plan.directives.compactMap(Role.init(requiredBy:)).max()
        guard let needed, !viewer.may(needed) else { return }
        throw RequestErrors(viewer.isAuthenticated ? .forbidden(needed) : .unauthenticated(needed))
    }

    private func answer(_ operation: ReadyOperation, _ viewer: Viewer) async -> Response {
        let context = APIContext(registry, viewer: viewer, calls: calls)
        return await operation.run(in: context, options: options(isStale: registry.isStale))
    }

    private func change(_ operation: ReadyOperation, _ viewer: Viewer) async -> Response {
        do {
            return try await registry.mutate(as: viewer) { transaction in
                let context = APIContext(
                    await transaction.snapshot,
                    keys: self.registry.keys,
                    viewer: viewer,
                    registry: self.registry,
                    transaction: transaction
                )
                let response = await operation.run(in: context, options: self.options())
                guard response.errors.isEmpty else { throw RolledBack(response: response) }
                return response
            }
        } catch let rolledBack as RolledBack {
            return rolledBack.response
        } catch let error as RegistryError {
            return Response(RequestErrors(error.errors))
        } catch {
            let errors = (error as? Refusals)?.errors ?? [unforeseen(error, at: "Mutation")]
            return Response(withoutEffect: RequestErrors(errors))
        }
    }

    /// Thrown to take a transaction back whose operation had errors.
    private struct RolledBack: Error {
        let response: Response
    }

    private func options(isStale: Bool = false) -> ExecutionOptions {
        ExecutionOptions(extensions: isStale ? ["stale": .bool(true)] : [:]) { [self] error, coordinate in
            unforeseen(error, at: coordinate)
        }
    }

    /// What a stranger hears of an error that nobody foresaw: that there was one, and by which id the log knows it.
    private func unforeseen(_ error: any Error, at coordinate: String) -> GraphQLError {
        let id = String(UInt64.random(in: .min ... .max), radix: 16)
        let cause = (error as? PostgresError)?.logDescription ?? String(describing: error)
        logger.error("internal error", metadata: ["error_id": "\(id)", "field": "\(coordinate)", "cause": "\(cause)"])
        return GraphQLError(
            "Something went wrong inside the server. Its log has the details under the id \(id).",
            code: .internal,
            extensions: ["id": .string(id)]
        )
    }
}

extension GraphQLError {
    fileprivate static func forbidden(_ role: Role) -> GraphQLError {
        GraphQLError("This needs the role \(role.rawValue), which your token does not have.", code: .forbidden)
    }

    fileprivate static func unauthenticated(_ role: Role) -> GraphQLError {
        GraphQLError("This needs a token with the role \(role.rawValue).", code: .unauthenticated)
    }

    fileprivate static var notServed: GraphQLError {
        GraphQLError("Subscriptions are not served here.", code: .badUserInput)
    }
}

extension Response {
    /// The response to an operation that ran and was then taken back as a whole.
    fileprivate init(withoutEffect errors: RequestErrors) {
        self.init(errors)
        body.removeLast()
        body += Array(#","data":null}"#.utf8)
        hasData = true
    }
}
