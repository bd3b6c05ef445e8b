import GraphQL
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("A server that catches up with another")
struct CatchingUpTests {
    @Test(
        "has the same registry as one that reads everything, whatever was done",
        arguments: 1...4 as ClosedRange<UInt64>)
    func sameAsRead(seed: UInt64) async throws {
        try await LiveRegistry.with { live in
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            var operations = RandomOperations(seed: seed)
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<40 {
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    do { try await operations.step(live) } catch is Refusals {}
                }
                let hadNews = other.snapshot.version < live.registry.snapshot.version
                #expect(try await other.catchUp() == hadNews)
                #expect(other.snapshot == live.registry.snapshot)
            }
            try expectConsistent(other.snapshot)
            #expect(try await live.reloaded() == other.snapshot)
        }
    }

    @Test("takes over names, SDK ids and the default that two things have exchanged meanwhile")
    func exchanges() async throws {
        try await LiveRegistry.with { live in
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            try await live.mutate { transaction in
                _ = try await transaction.createProvider(.sample("a", models: ["x", "y"], default: "x"))
                _ = try await transaction.createProvider(.sample("b", models: ["z"]))
            }
            try await other.catchUp()
            try await live.mutate { transaction in
                for (id, name) in [(1, "c"), (2, "a"), (1, "b")] {
                    _ = try await transaction.updateProvider(
                        ID(id), ProviderPatch(name: .set(name), sdkID: .set(name)), expectedVersion: nil)
                }
                for (id, name) in [(1, "b:w"), (2, "b:x"), (1, "b:y")] {
                    _ = try await transaction.updateModel(ID(id), ModelPatch(sdkID: .set(name)), expectedVersion: nil)
                }
                _ = try await transaction.setDefaultModel(ID(2))
                try await transaction.deleteProvider(ID(2), cascade: true, expectedVersion: nil)
                _ = try await transaction.createProvider(.sample("a", models: ["z"]))
            }
            try await other.catchUp()
            #expect(other.snapshot == live.registry.snapshot)
            try expectConsistent(other.snapshot)
            #expect(other.snapshot.defaultModel?.model.sdkID.text == "b:x")
        }
    }

    @Test("reads everything after a great change")
    func greatChange() async throws {
        try await LiveRegistry.with { live in
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            try await live.mutate { transaction in
                _ = try await transaction.createProvider(.sample("a", models: (0..<1_200).map { "m\($0)" }))
            }
            try await other.catchUp()
            #expect(other.snapshot == live.registry.snapshot)
            #expect(other.snapshot.modelCount == 1_200)
        }
    }

    @Test("takes the database's word when it was put back to an older version, and followers hear of it")
    func putBack() async throws {
        try await LiveRegistry.with { live in
            try await live.mutate { _ = try await $0.createProvider(.sample("a")) }
            try await live.mutate { _ = try await $0.createProvider(.sample("b")) }
            var events = RegistryEvents(registry: live.registry, viewer: LiveRegistry.ann, afterVersion: 1)
                .makeAsyncIterator()
            #expect(await events.next(isolation: nil)?.snapshot.version == 2)
            for sql in [
                "DELETE FROM providers WHERE id = 2", "DELETE FROM changes WHERE version = 2",
                "UPDATE registry SET version = 1",
            ] { try await live.execute(SQL(text: sql)) }
            #expect(try await live.registry.catchUp())
            #expect(live.registry.snapshot.version == 1 && live.registry.snapshot.providerCount == 1)
            #expect(await events.next(isolation: nil)?.snapshot.version == 1)
        }
    }

    @Test("does not trust itself after an outage, for another database may have taken the place")
    func otherDatabase() async throws {
        try await LiveRegistry.with { live in
            try await live.mutate { _ = try await $0.createProvider(.sample("a")) }
            try await live.execute("UPDATE providers SET name = 'Z'")
            #expect(try await !live.registry.catchUp())
            #expect(try await live.registry.catchUp(anew: true))
            #expect(live.registry.snapshot.provider(ID(1))?.provider.name.text == "Z")
            try await live.execute("UPDATE providers SET name = 'Y'")
            live.registry.note(isStale: true)
            try await live.mutate { _ = try await $0.createProvider(.sample("b")) }
            #expect(live.registry.snapshot.provider(ID(1))?.provider.name.text == "Y")
            #expect(!live.registry.isStale)
        }
    }
}
