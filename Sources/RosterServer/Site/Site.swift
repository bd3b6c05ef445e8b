import HTTPTypes
package import Hummingbird
package import Logging
package import Roster

/// Everything that the server answers.
package struct Site: Sendable {
    let endpoint: GraphQLEndpoint
    let routes: RESTRoutes
    let service: GraphQLService
    let upstream: UpstreamClient
    /// The folder of the pages.
    let pages: String
    let registry: Registry
    let logger: Logger

    package init(
        registry: Registry,
        service: GraphQLService,
        upstream: UpstreamClient,
        anonymousRole: Role?,
        pages: String,
        limits: ServerLimits,
        logger: Logger
    ) throws {
        endpoint = GraphQLEndpoint(
            service: service,
            access: Access(registry: registry, anonymousRole: anonymousRole, failures: limits.failureBook),
            limits: limits
        )
        routes = try RESTRoutes(schema: RosterSchema.schema)
        self.service = service
        self.upstream = upstream
        self.pages = pages
        self.registry = registry
        self.logger = logger
    }

    /// The way of a request: outermost first what sees it, then the routes, and the pages where no route answers.
    func router(tls: TLSMaterial? = nil) -> Router<RequestScope> {
        var endpoint = endpoint
        endpoint.access.isSecure = tls != nil
        let sessions = SessionEndpoint(access: endpoint.access, lifetime: endpoint.limits.session)
        let router = Router(context: RequestScope.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestObserver(observation: endpoint.access.observation))
        router.add(middleware: PageHeaders(promisesTLS: tls?.files.isTrial == false))
        router.add(middleware: RefusalMiddleware())
        router.add(middleware: StaticFiles(folder: pages, logger: logger))
        router.answer("graphql", [.get: endpoint.get, .post: endpoint.post])
        router.answer("session", [.post: sessions.signIn, .delete: sessions.signOut])
        let gateway = GatewayEndpoint(
            registry: registry, service: service, access: endpoint.access, limits: endpoint.limits, upstream: upstream)
        router.answer("v1/models", [.get: gateway.models])
        router.answer("v1/models/**", [.get: gateway.model])
        router.answer("v1/chat/completions", [.post: gateway.chatCompletions])
        router.answer("v1/embeddings", [.post: gateway.embeddings])
        let rest = RESTEndpoint(
            routes: routes, service: endpoint.service, access: endpoint.access, limits: endpoint.limits)
        for (path, handlers) in rest.handlers { router.answer(RouterPath(path), handlers) }
        let metrics = MetricsEndpoint(
            access: endpoint.access, registry: registry, service: service, upstream: upstream)
        router.answer("metrics", [.get: metrics.get])
        router.answer("livez", [.get: { _, _ in Response.json(Array(#"{"status":"live"}"#.utf8)) }])
        router.answer("readyz", [.get: { [registry] _, _ in Readiness(of: registry).response() }])
        return router
    }
}

extension Router where Context == RequestScope {
    typealias Handler = @Sendable (Request, RequestScope) async throws -> Response

    /// Routes the methods of a path, and refuses all others there.
    func answer(_ path: RouterPath, _ handlers: [HTTPRequest.Method: Handler]) {
        let allowed = handlers.keys.sorted { $0.rawValue < $1.rawValue }
        for method in HeadRule.methods {
            if let handler = handlers[method] {
                on(path, method: method, use: handler)
            } else if method != .head || handlers[.get] == nil {
                on(path, method: method) { _, _ -> Response in throw HTTPRefusal.methodNotAllowed(allowed: allowed) }
            }
        }
    }
}
