import Logging
import Postgres
import Subprocess
import SystemPackage
import Testing

@testable import RosterCommand

/// A server whose Postgres, which is not its own, goes away and comes back.
struct OutageTests {
    private static let change = "mutation { clearDefaultModel { version } }"
    private static let create =
        #"mutation { createProvider(input: { name: "kept", providerSdkId: "kept" }) { id } }"#

    /// A server over a cluster that the test starts and stops.
    private func withServer(_ body: (RosterProgram, Cluster) async throws -> Void) async throws {
        let keeper = try TemporaryDirectory()
        let cluster = Cluster(directory: keeper.path, logger: Logger(label: "tests"))
        try await cluster.start()
        let environment = [
            "DATABASE_URL": try cluster.connectionString(),
            "ROSTER_MASTER_KEY": "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211",
        ]
        let program = try RosterProgram()
        let served: Result<Void, any Error>
        do {
            let ended = try await program.serve(environment: environment) { _ in try await body(program, cluster) }
            #expect(ended.run.exitCode == 0)
            served = .success(())
        } catch {
            served = .failure(error)
        }
        try await cluster.stop()
        try served.get()
    }

    @Test("answers from memory and says so, refuses changes, and goes on by itself when Postgres is back")
    func rounds() async throws {
        try await withServer { program, cluster in
            #expect(try await program.query(Self.create).exitCode == 0)
            for _ in 0..<3 {
                try await cluster.stop()
                let refused = try await program.query(Self.change)
                #expect(refused.exitCode == 1 && refused.output.contains("UNAVAILABLE"))
                let read = try await program.query("{ registry { providers { name } } }")
                #expect(read.exitCode == 0 && read.output.contains("kept") && read.output.contains(#""stale": true"#))
                try await cluster.start()
                let start = ContinuousClock.now
                // Ten seconds are the longest that anything is promised to take.
                while try await program.query(Self.change).exitCode != 0 {
                    try #require(ContinuousClock.now < start + .seconds(10))
                }
                let fresh = try await program.query("{ registry { providers { name } } }")
                #expect(fresh.output.contains("kept") && !fresh.output.contains("stale"))
            }
        }
    }
}
