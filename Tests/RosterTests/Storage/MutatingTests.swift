import GraphQL
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("A mutation operation")
struct MutatingTests {
    @Test(
        "is saved whole, published, and found again by whoever loads the tables",
        arguments: 1...4 as ClosedRange<UInt64>)
    func reload(seed: UInt64) async throws {
        try await LiveRegistry.with { live in
            var operations = RandomOperations(seed: seed)
            for _ in 0..<120 {
                let before = live.registry.snapshot
                do {
                    try await operations.step(live)
                } catch is Refusals {
                    #expect(live.registry.snapshot == before)
                }
            }
            let snapshot = live.registry.snapshot
            #expect(try await live.reloaded() == snapshot)
            try expectConsistent(snapshot)
            #expect(operations.accepted > 20 && operations.refused > 10)

            // One version after the other, each with its changes counted from 0.
            let versions = try await live.query("SELECT DISTINCT version FROM changes ORDER BY 1", as: Int.self)
            #expect(versions == Array(1...snapshot.version))
            let gaps = try await live.query(
                "SELECT count(*) FROM (SELECT version FROM changes GROUP BY 1 HAVING max(ordinal) + 1 <> count(*)) AS gap",
                as: Int.self)
            #expect(gaps == [0])
        }
    }
}
