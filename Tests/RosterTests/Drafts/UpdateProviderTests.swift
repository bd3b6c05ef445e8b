import GraphQL
import Testing
import Vault

@testable import Roster

@Suite("Changing a provider")
struct UpdateProviderTests {
    private func bench() throws -> (Workbench, ID<Provider>) {
        var bench = try Workbench()
        try bench.create(.sample("other"))
        var new = NewProvider.sample("acme", models: ["one", "two"], default: "one")
        new.baseURL = "https://acme.example/v1"
        new.imageURL = "/images/acme.svg"
        new.apiKey = Secret("sk-made-up-000000001234")
        let id = try bench.create(new)
        return (try bench.next(), id)
    }

    @Test("keeps absent fields, clears null ones and replaces the others")
    func threeStates() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(id, ProviderPatch(name: .set("Acme Inc."), imageURL: .clear))
        let provider = try #require(bench.snapshot.provider(id)).provider
        #expect(provider.name.text == "Acme Inc.")
        #expect(provider.imageURL == nil)
        #expect(provider.baseURL?.text == "https://acme.example/v1")
        #expect(provider.key != nil)
        #expect(provider.version == 2)
        #expect(
            bench.changes.map(\.fields) == [
                [
                    FieldChange(field: "name", before: .text("ACME"), after: .text("Acme Inc.")),
                    FieldChange(field: "imageUrl", before: .text("/images/acme.svg"), after: nil),
                ]
            ])
    }

    @Test("to what it is already changes nothing")
    func unchanged() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(id, ProviderPatch())
        try bench.draft.updateProvider(
            id,
            ProviderPatch(
                name: .set("ACME"), sdkID: .set("acme"), baseURL: .set("https://ACME.example/v1/"),
                isEnabled: .set(true)))
        #expect(bench.draft.isUnchanged)
        #expect(bench.snapshot.provider(id)?.provider.version == 1)
    }

    @Test("carries a new SDK id into its models' ids, in the same change")
    func rename() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(id, ProviderPatch(sdkID: .set("emca")))
        let entry = try #require(bench.snapshot.provider(try ProviderSDKID("emca")))
        #expect(entry.provider.id == id)
        #expect(entry.models().map(\.model.sdkID.text) == ["emca:one", "emca:two"])
        #expect(bench.snapshot.provider(try ProviderSDKID("acme")) == nil)
        #expect(bench.snapshot.model(try ModelSDKID("acme:one")) == nil)
        #expect(bench.snapshot.defaultModel?.model.sdkID.text == "emca:one")
        #expect(
            bench.changes.map { "\($0.version) \($0.kind) \($0.entity)" } == [
                "2 updated provider_2", "2 updated model_3", "2 updated model_4",
            ])
    }

    static let wrong: [(ProviderPatch, [String])] = [
        (ProviderPatch(name: .clear), ["BAD_USER_INPUT patch.name"]),
        (ProviderPatch(sdkID: .clear), ["BAD_USER_INPUT patch.providerSdkId"]),
        (ProviderPatch(isEnabled: .clear), ["BAD_USER_INPUT patch.isEnabled"]),
        (ProviderPatch(name: .set("OTHER")), ["ALREADY_EXISTS patch.name"]),
        (ProviderPatch(sdkID: .set("other")), ["ALREADY_EXISTS patch.providerSdkId"]),
        (ProviderPatch(sdkID: .set(String(repeating: "a", count: 255))), ["BAD_USER_INPUT patch.providerSdkId"]),
        (ProviderPatch(isEnabled: .set(false)), ["DEFAULT_MODEL_REQUIRED patch.isEnabled"]),
        (ProviderPatch(baseURL: .set("https://else.example/v1")), ["KEY_REENTRY_REQUIRED patch.apiKey"]),
        (ProviderPatch(baseURL: .set("http://acme.example/v1")), ["KEY_REENTRY_REQUIRED patch.apiKey"]),
        (ProviderPatch(baseURL: .set("https://acme.example:8443/v1")), ["KEY_REENTRY_REQUIRED patch.apiKey"]),
        (ProviderPatch(baseURL: .clear), ["KEY_REENTRY_REQUIRED patch.apiKey"]),
        (ProviderPatch(baseURL: .set("https://acme.example:443/v2")), []),
        (ProviderPatch(baseURL: .set("https://else.example"), apiKey: .clear), []),
        (ProviderPatch(baseURL: .set("https://else.example"), apiKey: .set(Secret("sk-made-up-2"))), []),
        (ProviderPatch(apiKey: .set(Secret(""))), ["BAD_USER_INPUT patch.apiKey"]),
        (
            ProviderPatch(baseURL: .set("https://else.example"), apiKey: .set(Secret(""))),
            ["BAD_USER_INPUT patch.apiKey"]
        ),
        (
            ProviderPatch(name: .set(" "), baseURL: .set("nowhere"), imageURL: .set("x"), isEnabled: .set(false)),
            [
                "BAD_USER_INPUT patch.name", "BAD_USER_INPUT patch.baseUrl", "BAD_USER_INPUT patch.imageUrl",
                "DEFAULT_MODEL_REQUIRED patch.isEnabled",
            ]
        ),
    ]

    @Test("says everything that is wrong at once, each with its field", arguments: wrong)
    func refused(patch: ProviderPatch, expected: [String]) throws {
        var (bench, id) = try bench()
        #expect(refusals { try bench.draft.updateProvider(id, patch) }.sorted() == expected.sorted())
        #expect(bench.draft.isUnchanged == !expected.isEmpty)
    }

    @Test("seals a new key for the new address")
    func newKey() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(
            id, ProviderPatch(baseURL: .set("https://else.example"), apiKey: .set(Secret("sk-made-up-5678"))))
        let provider = try #require(bench.snapshot.provider(id)).provider
        #expect(try bench.draft.keys.open(provider) == Secret("sk-made-up-5678"))
        #expect(provider.key?.hint == nil)
    }

    @Test("never puts a key into its history, only that it was set, replaced or removed")
    func keyHistory() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(id, ProviderPatch(apiKey: .set(Secret("sk-made-up-canary-99999999"))))
        try bench.draft.updateProvider(id, ProviderPatch(apiKey: .clear))
        let told = bench.changes.flatMap(\.fields).map {
            "\($0.before?.description ?? "-") → \($0.after?.description ?? "-")"
        }
        #expect(told.count == 2)
        #expect(told[0].contains("ends in 1234, fingerprint") && told[0].contains("ends in 9999, fingerprint"))
        #expect(told[1].hasSuffix("→ -"))
        #expect(!"\(bench.changes)".contains("canary"))
        #expect(!"\(bench.draft.edits)".contains("canary"))
    }

    @Test("that was changed meanwhile is a conflict with the current version, whatever else is wrong")
    func conflict() throws {
        var (bench, id) = try bench()
        #expect(throws: Refusals(.conflict(currentVersion: 1, changedBy: nil), at: "expectedVersion")) {
            try bench.draft.updateProvider(id, ProviderPatch(name: .clear), expectedVersion: 0)
        }
        #expect(bench.draft.isUnchanged)
    }

    @Test("twice in one operation is no conflict with itself")
    func ownChanges() throws {
        var (bench, id) = try bench()
        try bench.draft.updateProvider(id, ProviderPatch(name: .set("B")), expectedVersion: 1)
        try bench.draft.updateProvider(id, ProviderPatch(name: .set("C")), expectedVersion: 1)
        #expect(bench.snapshot.provider(id)?.provider.name.text == "C")
    }

    @Test("that does not exist is not found")
    func notFound() throws {
        var (bench, _) = try bench()
        #expect(refusals { try bench.draft.updateProvider(ID(99), ProviderPatch()) } == ["NOT_FOUND id"])
    }
}

@Suite("Deleting a provider")
struct DeleteProviderTests {
    @Test("is refused while it has models, unless they go with it")
    func cascade() throws {
        var bench = try Workbench()
        let id = try bench.create(.sample("a", models: ["x", "y"]))
        #expect(refusals { try bench.draft.deleteProvider(id) } == ["PROVIDER_HAS_MODELS cascade"])
        bench = try bench.next()
        try bench.draft.deleteProvider(id, cascade: true)
        #expect(bench.snapshot == Snapshot(version: 2))
        #expect(
            bench.changes.map { "\($0.kind) \($0.entity)" } == [
                "deleted model_2", "deleted model_3", "deleted provider_1",
            ])
    }

    @Test("is refused while it has the default, until another is set or none")
    func defaultRequired() throws {
        var bench = try Workbench()
        let id = try bench.create(.sample("a", models: ["x"], default: "x"))
        let other = try bench.create(.sample("b", models: ["y"]))
        #expect(
            refusals { try bench.draft.deleteProvider(id) } == [
                "PROVIDER_HAS_MODELS cascade", "DEFAULT_MODEL_REQUIRED id",
            ])
        #expect(refusals { try bench.draft.deleteProvider(id, cascade: true) } == ["DEFAULT_MODEL_REQUIRED id"])
        let model = try #require(bench.snapshot.provider(other)?.models().first?.model.id)
        try bench.draft.setDefaultModel(model)
        try bench.draft.deleteProvider(id, cascade: true)
        bench.draft.clearDefaultModel()
        try bench.draft.deleteProvider(other, cascade: true)
        #expect(bench.snapshot.providerCount == 0 && bench.snapshot.modelCount == 0)
    }

    @Test("needs no cascade without models, and checks the expected version")
    func plain() throws {
        var bench = try Workbench()
        let id = try bench.create(.sample("a"))
        bench = try bench.next()
        #expect(refusals { try bench.draft.deleteProvider(id, expectedVersion: 7) } == ["CONFLICT expectedVersion"])
        try bench.draft.deleteProvider(id, expectedVersion: 1)
        #expect(refusals { try bench.draft.deleteProvider(id) } == ["NOT_FOUND id"])
    }
}
