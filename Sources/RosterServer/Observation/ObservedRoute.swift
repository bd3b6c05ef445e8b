/// The routes by which requests are counted: few, so that no caller can make more.
enum ObservedRoute: Int, CaseIterable, Sendable {
    case graphQL, session, gateway, api, health, metrics
    /// Pages, and what is not there.
    case other

    init(_ path: String) {
        self = Self.prefixes.first { path.utf8.starts(with: $0.prefix.utf8) }?.route ?? .other
    }

    private static let prefixes: [(prefix: String, route: ObservedRoute)] = [
        ("/graphql", .graphQL), ("/v1/", .gateway), ("/api/", .api), ("/livez", .health), ("/readyz", .health),
        ("/metrics", .metrics), ("/session", .session),
    ]

    var label: String {
        switch self {
        case .graphQL: "/graphql"
        case .session: "/session"
        case .gateway: "/v1"
        case .api: "/api"
        case .health: "/livez,/readyz"
        case .metrics: "/metrics"
        case .other: "other"
        }
    }
}
