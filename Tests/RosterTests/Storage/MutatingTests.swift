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
                "SELECT count(*) FROM (SELECT FROM changes GROUP BY version HAVING max(ordinal) + 1 <> count(*)) AS gap",
                as: Int.self)
            #expect(gaps == [0])
        }
    }

    @Test("that changes nothing makes no version and no history")
    func nothing() async throws {
        try await LiveRegistry.with { live in
            let entry = try await live.mutate { try await $0.createProvider(.sample("a", models: ["x"])) }
            try await live.mutate { transaction in
                _ = try await transaction.updateProvider(
                    entry.provider.id, ProviderPatch(name: .set("A")), expectedVersion: 1)
                _ = try await transaction.setModelsEnabled([entry.models().first?.model.id], true)
                try await transaction.clearDefaultModel()
            }
            #expect(live.registry.snapshot.version == 1)
            #expect(try await live.query("SELECT count(*) FROM changes", as: Int.self) == [2])
            #expect(try await live.query("SELECT version FROM registry", as: Int.self) == [1])
        }
    }

    @Test("that fails at its last step leaves nothing behind")
    func failure() async throws {
        try await LiveRegistry.with { live in
            struct Late: Error {}
            await #expect(throws: Late.self) {
                try await live.mutate { transaction in
                    _ = try await transaction.createProvider(.sample("a", models: ["x"], default: "x"))
                    throw Late()
                }
            }
            let after = try await live.reloaded()
            #expect(live.registry.snapshot == Snapshot() && after == Snapshot())
        }
    }

    @Test("is told to whoever listens, with its version")
    func notification() async throws {
        try await LiveRegistry.with { live in
            let listener = try await Connection.open(live.database.settings)
            try await listener.listen(to: "roster_changes")
            for name in ["a", "b"] { try await live.mutate { _ = try await $0.createProvider(.sample(name)) } }
            _ = await refusals { try await live.mutate { _ = try await $0.createProvider(.sample("a")) } }
            for version in ["1", "2"] {
                let notification = try await listener.nextNotification(within: .seconds(10))
                #expect(notification == Notification(channel: "roster_changes", payload: version))
            }
            #expect(try await listener.nextNotification(within: .zero) == nil)
            await listener.close()
        }
    }

    @Test("sees what another server did before it")
    func twoServers() async throws {
        try await LiveRegistry.with { live in
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            try await live.mutate { _ = try await $0.createProvider(.sample("a", models: ["x"])) }
            #expect(other.snapshot.version == 0)
            await #expect(throws: Refusals.self) {
                try await other.mutate(as: LiveRegistry.ann) { _ = try await $0.createProvider(.sample("a")) }
            }
            #expect(other.snapshot == live.registry.snapshot)
            try await other.mutate(as: LiveRegistry.ann) { _ = try await $0.createProvider(.sample("b")) }
            try await live.registry.catchUp()
            #expect(live.registry.snapshot == other.snapshot)
            #expect(other.snapshot.version == 2)
        }
    }

    @Test("is one of many at the same time, and each has a version of its own")
    func concurrency() async throws {
        try await LiveRegistry.with { live in
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            let accepted = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        // Each name twice, on two servers: one of them wins.
                        let registry = number.isMultiple(of: 2) ? live.registry : other
                        return await refusals {
                            try await registry.mutate(as: LiveRegistry.ann) {
                                _ = try await $0.createProvider(.sample("p\(number / 2)"))
                            }
                        } == []
                    }
                }
                return await group.reduce(into: 0) { count, isAccepted in count += isAccepted ? 1 : 0 }
            }
            #expect(accepted == 20)
            try await live.registry.catchUp()
            #expect(live.registry.snapshot.version == 20)
            #expect(live.registry.snapshot.providerCount == 20)
            #expect(try await live.reloaded() == live.registry.snapshot)
        }
    }

    @Test("writes many models in few statements, and renames them all")
    func many() async throws {
        try await LiveRegistry.with { live in
            let names = (0..<1_500).map { "m\($0)" }
            let entry = try await live.mutate {
                try await $0.createProvider(.sample("a", models: names, default: "m7"))
            }
            try await live.mutate {
                _ = try await $0.updateProvider(
                    entry.provider.id, ProviderPatch(sdkID: .set("b")), expectedVersion: nil)
            }
            #expect(try await live.reloaded() == live.registry.snapshot)
            #expect(live.registry.snapshot.defaultModel?.model.sdkID.text == "b:m7")
            try await live.mutate { transaction in
                try await transaction.clearDefaultModel()
                try await transaction.deleteProvider(entry.provider.id, cascade: true, expectedVersion: nil)
            }
            #expect(try await live.reloaded() == Snapshot(version: 3))
        }
    }
}
