package import GraphQL
package import Hummingbird
package import Logging
import Roster

/// A server of one path, `/graphql`, that answers everybody about one schema.
package struct MockSite: Sendable {
    private let endpoint: GraphQLEndpoint
    private let logger: Logger

    /// - Parameter schema: one that has resolvers, such as a mocking one.
    package init(schema: Schema, logger: Logger) {
        endpoint = GraphQLEndpoint(
            service: MockService(schema: schema),
            access: Access(registry: nil, anonymousRole: .viewer, failures: ServerLimits().failureBook),
            limits: ServerLimits()
        )
        self.logger = logger
    }

    /// The server as a service; see ``Site/application(at:tls:onListening:)``.
    package func application(
        at address: Site.Address,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let router = Router(context: RequestScope.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestObserver(observation: endpoint.access.observation))
        // Made-up values are everybody's: a front end that is served from elsewhere may ask for them, and read refusals.
        router.add(
            middleware: CORSMiddleware(allowOrigin: .all, allowHeaders: [.contentType, .accept, .authorization]))
        router.add(middleware: RefusalMiddleware())
        router.answer("graphql", [.get: endpoint.get, .post: endpoint.post])
        return try router.application(
            at: address, limits: endpoint.limits, endpoint: endpoint, logger: logger, onListening: onListening)
    }
}
