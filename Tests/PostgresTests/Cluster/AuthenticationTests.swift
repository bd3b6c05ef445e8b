import Glibc
import SystemPackage
import Testing

@testable import Postgres

@Suite("A server that asks for a password")
struct AuthenticationTests {
    @Test("lets in the right one, and refuses a wrong one and none, by name")
    func password() async throws {
        try await withTemporaryDirectory { directory in
            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            _ = try await cluster.ask("CREATE ROLE guest LOGIN PASSWORD 'made-up-password'", as: Int.self)
            let rules = directory.appending("postgres").appending("data").appending("pg_hba.conf")
            let text = try #require(rules.text())
            try rules.write("local all guest scram-sha-256\n" + text)
            #expect(try await cluster.ask("SELECT pg_reload_conf()", as: Bool.self) == [true])

            let base = try cluster.connectionString()
            func settings(_ more: String) throws -> ConnectionSettings {
                try ConnectionSettings("\(base) user=guest \(more)")
            }
            // The server reads its rules again soon, not at once.
            while try await isRefused(settings("")) == nil { await Task.yield() }
            for wrong in ["", "password=canary-password"] {
                let error = try #require(try await isRefused(settings(wrong)))
                guard case .refused(.authentication, _) = error else {
                    Issue.record("another error: \(error)")
                    continue
                }
                #expect(!error.logDescription.contains("canary"))
            }
            #expect(try await isRefused(settings("password=made-up-password")) == nil)
            try await cluster.stop()
        }
    }

    private func isRefused(_ settings: ConnectionSettings) async throws -> PostgresError? {
        do throws(PostgresError) {
            try await Connection.open(settings).close()
            return nil
        } catch {
            return error
        }
    }
}
