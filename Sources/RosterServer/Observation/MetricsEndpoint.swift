import HTTPTypes
import Hummingbird
import NIOCore
import Roster

/// `/metrics`: what the server has counted, for whoever shows a token of any role.
///
/// There is no exception for callers of this machine: behind a proxy on it every stranger is one.
struct MetricsEndpoint: Sendable {
    let access: Access
    let registry: Registry
    let service: GraphQLService
    let upstream: UpstreamClient

    func get(_ request: Request, _ scope: RequestScope) async throws -> Response {
        guard try access.viewer(of: request, scope).isAuthenticated else {
            throw HTTPRefusal.unauthenticated(.noToken)
        }
        var metrics = MetricsText()
        access.observation.write(to: &metrics)
        await writeRegistry(to: &metrics)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
                .contentLength: String(metrics.text.utf8.count),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text))
        )
    }

    private func writeRegistry(to metrics: inout MetricsText) async {
        metrics.single(
            "roster_snapshot_version", .gauge, "Version of the configuration that is served.",
            registry.snapshot.version)
        metrics.single(
            "roster_snapshot_age_seconds", .gauge, "Seconds since that version was published here.",
            registry.secondsSincePublication)
        metrics.single(
            "roster_database_away", .gauge, "1 while the database cannot be reached.", registry.isStale ? 1 : 0)
        let (open, waiting) = await registry.poolUse()
        metrics.single("roster_postgres_connections", .gauge, "Connections to Postgres.", open)
        metrics.single("roster_postgres_waiting", .gauge, "Callers that wait for one.", waiting)
        metrics.cache(
            "roster_response_cache_total", "Queries by whether their response was kept.", service.cacheCounts)
        metrics.cache(
            "roster_document_cache_total", "Documents by whether they were prepared.", service.documentCounts)
        metrics.family("roster_upstream_calls_total", .counter, "Calls to providers by whether they answered.")
        metrics.sample("roster_upstream_calls_total", [("result", "answered")], upstream.counts.answered.value)
        metrics.sample("roster_upstream_calls_total", [("result", "failed")], upstream.counts.failed.value)
    }
}

extension MetricsText {
    fileprivate mutating func cache(_ name: String, _ help: String, _ counts: CacheCounts) {
        family(name, .counter, help)
        sample(name, [("result", "hit")], counts.hits)
        sample(name, [("result", "miss")], counts.misses)
    }
}

extension Observation {
    /// Writes all that was counted here.
    func write(to metrics: inout MetricsText) {
        let requests = "roster_http_requests_total"
        metrics.family(requests, .counter, "Requests by route and status.")
        for route in ObservedRoute.allCases {
            for (status, count) in responses(of: route) {
                metrics.sample(requests, [("route", route.label), ("status", String(status))], count)
            }
        }
        let durations = "roster_http_request_duration_seconds"
        metrics.family(durations, .histogram, "Time until the response began, by route.")
        for route in ObservedRoute.allCases {
            metrics.sample(durations, ("route", route.label), duration(of: route))
        }
        metrics.single("roster_connections", .gauge, "Connections of callers.", connections.value)
        let refusals = "roster_connection_refusals_total"
        metrics.family(refusals, .counter, "Connections that the server ended, by reason.")
        for reason in ConnectionRefusal.allCases {
            metrics.sample(refusals, [("reason", reason.label)], count(of: reason))
        }
        metrics.family("roster_streams", .gauge, "Streams of events that go on.")
        metrics.sample("roster_streams", [("transport", "websocket")], webSockets.value)
        metrics.sample("roster_streams", [("transport", "sse")], eventStreams.value)
        metrics.single(
            "roster_authentication_failures_total", .counter, "Tokens and sessions that were not valid.",
            authenticationFailures.value)
    }
}
