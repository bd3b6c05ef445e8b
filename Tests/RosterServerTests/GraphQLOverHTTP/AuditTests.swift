import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import Testing

@testable import RosterServer

struct AuditTests {
    @Test("there are sixty audits, and no two are one")
    func count() {
        #expect(Set(Audit.all.map(\.id)).count == 60)
        #expect(Audit.all.count == 60)
    }

    @Test("every audit of GraphQL over HTTP passes", arguments: [false, true])
    func audits(live: Bool) async throws {
        try await LiveSite.with(live ? .live : .router) { site in
            for audit in Audit.all { try await pass(audit, site) }
        }
    }

    private func pass(_ audit: Audit, _ site: LiveSite) async throws {
        var headers = site.bearer
        headers[.contentType] = audit.contentType
        headers[.accept] = audit.accept
        let answer = try await site.client.executeRequest(
            uri: "/graphql" + (audit.parameters.isEmpty ? "" : "?\(audit.parameters)"),
            method: audit.method,
            headers: headers,
            body: audit.body.map { ByteBuffer(string: $0) }
        )
        let json = try? answer.json
        for expectation in audit.expected {
            let isMet =
                switch expectation {
                case .status(let codes): codes.contains(answer.status.code)
                case .type(let type): answer.headers[.contentType] == "\(type); charset=utf-8"
                case .errors: json?["errors"] != nil
                case .noErrors: json != nil && json?["errors"] == nil
                case .noData: json != nil && json?["data"] == nil
                }
            #expect(isMet, "\(audit.id) \(audit.title): \(answer.status) \(String(buffer: answer.body))")
        }
    }
}
