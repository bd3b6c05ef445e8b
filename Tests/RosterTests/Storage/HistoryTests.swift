import GraphQL
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("The history")
struct HistoryTests {
    @Test("holds who did what to which thing, before and after, and of a key only that it was set")
    func rows() async throws {
        try await LiveRegistry.with { live in
            var new = NewProvider.sample("a", models: ["x"], default: "x")
            new.apiKey = Secret("sk-made-up-000000001234")
            let provider = new
            let entry = try await live.mutate { try await $0.createProvider(provider) }
            try await live.mutate(as: Viewer(name: "bob", role: .editor)) { transaction in
                _ = try await transaction.updateProvider(
                    entry.provider.id, ProviderPatch(name: .set("Ä \"B\""), apiKey: .clear), expectedVersion: nil)
                try await transaction.clearDefaultModel()
                try await transaction.deleteProvider(entry.provider.id, cascade: true, expectedVersion: nil)
            }
            let rows = try await live.query(
                """
                SELECT concat_ws(' ', version, ordinal, actor, kind, entity, summary, before ->> 'name', after ->> 'name')
                FROM changes
                ORDER BY version, ordinal
                """, as: String.self)
            #expect(
                rows == [
                    "1 0 ann CREATED provider_1 Created provider A A",
                    "1 1 ann CREATED model_1 Created model x x",
                    "2 0 bob UPDATED provider_1 Changed name, apiKey of provider A A Ä \"B\"",
                    "2 1 bob DEFAULT_CLEARED model_1 Took the default from model x",
                    "2 2 bob DELETED model_1 Deleted model x x",
                    "2 3 bob DELETED provider_1 Deleted provider Ä \"B\" Ä \"B\"",
                ])
            let keys = try await live.query(
                "SELECT before ->> 'apiKey' FROM changes WHERE before ->> 'apiKey' IS NOT NULL", as: String.self)
            let fingerprint = try #require(entry.provider.key?.fingerprint)
            #expect(keys == ["set, ends in 1234, fingerprint \(fingerprint)"])
            let cleared = try await live.query(
                "SELECT (before || after)::text FROM changes WHERE kind = 'DEFAULT_CLEARED'", as: String.self)
            #expect(cleared == [#"{"isDefault": false}"#])
        }
    }
}
