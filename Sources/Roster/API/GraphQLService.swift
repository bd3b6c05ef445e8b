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
    private let cache: ResponseCache
    private let operationTime: Duration
    private let logger: Logger

    /// - Parameters:
    ///   - calls: what calls providers; nil where nobody does.
    ///   - operationTime: after which a query or mutation is given up, which is then without effect.
    ///   - cachedBytes: the most that kept responses may take together.
    package init(
        _ registry: Registry,
        calls: (any ProviderCalling)? = nil,
        limits: Limits = Limits(),
        operationTime: Duration = .seconds(27),
        cachedBytes: Int = 32 << 20,
        logger: Logger
    ) throws(SchemaErrors) {
        self.registry = registry
        self.calls = calls
        self.operationTime = operationTime
        self.logger = logger
        documents = DocumentCache(schema: try RosterSchema.schema, limits: limits)
        cache = ResponseCache(bytes: cachedBytes)
    }

    /// How often a query was answered with a response that had been kept.
    package var cacheCounts: CacheCounts { cache.counts }

    /// How often a document had been parsed, validated and planned before.
    package var documentCounts: CacheCounts {
        let counts = documents.counts
        return CacheCounts(hits: counts.hits, misses: counts.misses)
    }

    /// Answers a request; a mutation operation that has any error has changed nothing.
    package func answer(
        _ request: Request,
        as viewer: Viewer,
        allowing kinds: Set<AST.OperationType>
    ) async throws(OperationNotAllowed) -> GraphQLAnswer {
        let snapshot = registry.snapshot
        let isStale = registry.isStale
        let key = isStale ? nil : ResponseCache.Key(request, role: viewer.role)
        if let key, let kept = cache.answer(for: key, edition: snapshot.edition) { return .response(kept) }
        let operation: ReadyOperation
        do throws(RequestErrors) {
            guard let ready = try ready(request, viewer) else { return .validated(at: snapshot.version) }
            operation = ready
        } catch {
            return .response(AnsweredRequest(Response(error), version: snapshot.version))
        }
        let kind = operation.plan.operation
        guard kinds.contains(kind) else { throw OperationNotAllowed(kind: kind) }
        switch kind {
        case .query:
            let context = APIContext(registry, viewer: viewer, calls: calls)
            let answer = await run(operation, in: context, isStale: isStale)
            return .response(kept(answer, of: operation, for: key, edition: context.snapshot.edition))
        case .mutation:
            return .response(AnsweredRequest(await change(operation, viewer), version: registry.snapshot.version))
        case .subscription:
            return await follow(operation, viewer)
        }
    }

    package var version: Int? { registry.snapshot.version }

    package func isCurrent(_ viewer: Viewer) -> Bool {
        registry.isCurrent(viewer)
    }

    package func waitWhileCurrent(_ viewer: Viewer) async {
        for await _ in registry.publications() {
            guard isCurrent(viewer) else { return }
        }
    }

    package func waitForVersion(_ version: Int, within limit: Duration) async -> Bool {
        await registry.waitForVersion(version, within: limit)
    }
}

extension GraphQLService {
    /// The operation of a request, which the viewer may run; nil where the request was only to be validated.
    private func ready(_ request: Request, _ viewer: Viewer) throws(RequestErrors) -> ReadyOperation? {
        // Strangers are to learn nothing of the schema, neither by asking nor by guessing.
        guard viewer.role != nil else { throw RequestErrors(.unauthenticated(.viewer)) }
        let document = try documents.document(request.query)
        // An editor that asks while somebody types has no variables to send yet.
        if request.isValidateOnly, request.variables.isEmpty { return nil }
        let operation = try document.operation(named: request.operationName, variables: request.variables)
        try permit(operation.plan, viewer)
        return request.isValidateOnly ? nil : operation
    }

    /// Refuses an operation that selects a field for which the viewer's role is too small; nothing has run yet.
    private func permit(_ plan: OperationPlan, _ viewer: Viewer) throws(RequestErrors) {
        let needed = plan.directives.compactMap(Role.init(requiredBy:)).max()
        guard let needed, !viewer.may(needed) else { return }
        throw RequestErrors(viewer.isAuthenticated ? .forbidden(needed) : .unauthenticated(needed))
    }

    private func run(
        _ operation: ReadyOperation, in context: APIContext, isStale: Bool
    ) async -> AnsweredRequest {
        let response = await operation.run(in: context, options: options(until: .now + operationTime, isStale: isStale))
        return AnsweredRequest(response, version: context.snapshot.version)
    }

    /// The same answer, kept for the next who asks, if it depends on nothing but its key.
    private func kept(
        _ answer: AnsweredRequest,
        of operation: ReadyOperation,
        for key: ResponseCache.Key?,
        edition: Snapshot.Edition
    ) -> AnsweredRequest {
        guard let key, answer.response.errors.isEmpty, operation.plan.coordinates.allSatisfy(Self.isSettledByVersion),
            let tag = try? key.tag(of: answer.response.body)
        else { return answer }
        let tagged = AnsweredRequest(answer.response, version: answer.version, tag: tag)
        cache.keep(tagged, for: key, edition: edition)
        return tagged
    }

    /// Whether a field's value depends on the registry's version alone: not on who asks, nor on the moment.
    ///
    /// A list of what is known to, so that a field that nobody thought of is computed each time.
    private static func isSettledByVersion(_ coordinate: String) -> Bool {
        guard coordinate.hasPrefix("Query.") else { return true }
        return settledFields.contains(String(coordinate.dropFirst("Query.".count)))
    }

    private static let settledFields: Set<String> = [
        "registry", "providers", "provider", "models", "model", "node", "__schema", "__type", "__typename",
    ]

    private func follow(_ operation: ReadyOperation, _ viewer: Viewer) async -> GraphQLAnswer {
        do throws(RequestErrors) {
            let context = APIContext(registry, viewer: viewer, calls: calls)
            return .stream(try await operation.subscribe(in: context, options: options()))
        } catch {
            return .response(AnsweredRequest(Response(error), version: registry.snapshot.version))
        }
    }

    private func change(_ operation: ReadyOperation, _ viewer: Viewer) async -> Response {
        let deadline = ContinuousClock.now + operationTime
        do {
            return try await registry.mutate(as: viewer) { transaction in
                let context = APIContext(
                    await transaction.snapshot,
                    keys: self.registry.keys,
                    viewer: viewer,
                    registry: self.registry,
                    transaction: transaction
                )
                let response = await operation.run(in: context, options: self.options(until: deadline))
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

    /// The most that a response may hold: a registry of a hundred thousand models.
    private static let responseBytes = 32 << 20

    /// Thrown to take a transaction back whose operation had errors.
    private struct RolledBack: Error {
        let response: Response
    }

    /// No honest operation writes every provider and model more than a few times.
    private var items: Int {
        let snapshot = registry.snapshot
        return 10_000 + 8 * (snapshot.providerCount + snapshot.modelCount)
    }

    private func options(until deadline: ContinuousClock.Instant? = nil, isStale: Bool = false) -> ExecutionOptions {
        ExecutionOptions(
            extensions: isStale ? ["stale": .bool(true)] : [:], responseBytes: Self.responseBytes, items: items,
            deadline: deadline
        ) {
            [self] error, coordinate in
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
}

extension Response {
    /// The response to an operation that ran and was then taken back as a whole.
    fileprivate init(withoutEffect errors: RequestErrors) {
        self.init(errors: errors.errors, data: Array("null".utf8))
    }
}
