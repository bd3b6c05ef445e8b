import HTTPTypes
import HummingbirdTesting
import NIOCore
import Roster
import Testing

@testable import RosterServer

struct MetricsTests {
    @Test("what was answered is counted, for whoever shows a token")
    func counts() async throws {
        try await LiveSite.with { site in
            for _ in 0..<3 { _ = try await site.post(#"{"query":"{ viewer { name } }"}"#) }
            _ = try await site.send(.get, "/nowhere")
            _ = try await site.send(.get, "/graphql", headers: [.authorization: "Bearer rst_mistyped"])
            let answer = try await site.send(.get, "/metrics", headers: site.bearer)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = String(buffer: answer.body).split(separator: "\n").map(String.init)
            for line in [
                #"roster_http_requests_total{route="/graphql",status="200"} 3"#,
                #"roster_http_requests_total{route="/graphql",status="401"} 1"#,
                #"roster_http_requests_total{route="other",status="404"} 1"#,
                #"roster_http_request_duration_seconds_count{route="/graphql"} 4"#,
                #"roster_http_request_duration_seconds_bucket{route="/graphql",le="+Inf"} 4"#,
                #"roster_document_cache_total{result="hit"} 2"#,
                #"roster_document_cache_total{result="miss"} 1"#,
                "roster_authentication_failures_total 1",
                "roster_snapshot_version 0",
                "roster_database_away 0",
            ] {
                #expect(lines.contains(line), "\(line)")
            }
        }
    }

    @Test("every line is of the text format, and every family is described before its samples")
    func format() async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.get, "/metrics", headers: site.bearer)
            var families: Set<Substring> = []
            for line in String(buffer: answer.body).split(separator: "\n") {
                if let family = line.wholeMatch(of: /# TYPE (\w+) (?:counter|gauge|histogram)/)?.1 {
                    #expect(families.insert(family).inserted)
                } else if !line.hasPrefix("# HELP ") {
                    let match = line.wholeMatch(
                        of: /(\w+?)(?:_bucket|_sum|_count)?(?:\{(?:\w+="[^"\\]*",?)+\})? [-0-9.e]+/)
                    let name = try #require(match?.1)
                    #expect(families.contains(name), "\(line)")
                }
            }
            #expect(families.count > 10)
        }
    }

    @Test("whoever shows no token learns nothing, whatever role strangers have", arguments: [nil, Role.admin])
    func strangers(role: Role?) async throws {
        try await LiveSite.with(anonymousRole: role) { site in
            let answer = try await site.send(.get, "/metrics")
            #expect(answer.status == .unauthorized)
            #expect(!String(buffer: answer.body).contains("roster_"))
        }
    }

    @Test("a histogram counts a time up to each bound")
    func histogram() {
        let histogram = Histogram()
        for time in [0, 100, 101, 30_000_000, 30_000_001, Int.max / 4] { histogram.note(microseconds: time) }
        #expect(histogram.count == 6)
        #expect(Array(histogram.cumulated.prefix(2)) == [2, 3])
        #expect(histogram.cumulated.last == 4)
    }
}
