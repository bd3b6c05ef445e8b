import Testing
import Vault

@testable import Roster

@Suite("Creating a provider")
struct CreateProviderTests {
    @Test("stores what was given, with its models, at the next version")
    func creates() throws {
        var bench = try Workbench()
        let id = try bench.create(
            NewProvider(
                name: " OpenAI ",
                sdkID: "openai",
                baseURL: "https://api.openai.com/v1/",
                apiKey: Secret("sk-made-up-000000001234"),
                imageURL: "/images/providers/openai.svg",
                models: [
                    NewModel(name: "GPT-4o mini", sdkID: "openai:gpt-4o-mini", isDefault: true),
                    NewModel(name: "Old", sdkID: "openai:old", isEnabled: false),
                ]
            )
        )
        let entry = try #require(bench.snapshot.provider(id))
        #expect(entry.provider.name.text == "OpenAI")
        #expect(entry.provider.baseURL?.text == "https://api.openai.com/v1")
        #expect(entry.provider.version == 1)
        #expect(entry.provider.createdAt == Workbench.now)
        #expect(entry.models().map(\.model.name.text) == ["GPT-4o mini", "Old"])
        #expect(bench.snapshot.defaultModel?.model.sdkID.text == "openai:gpt-4o-mini")
        #expect(bench.snapshot.version == 1)
    }

    @Test("seals the key for its own row and address, and keeps only what may be known of it")
    func key() throws {
        var bench = try Workbench()
        let id = try bench.create(
            NewProvider(
                name: "A", sdkID: "a", baseURL: "https://a.example", apiKey: Secret(" sk-made-up-000000001234\n")))
        let provider = try #require(bench.snapshot.provider(id)).provider
        let key = try #require(provider.key)
        #expect(key.hint == "1234")
        #expect(key.setAt == Workbench.now)
        #expect(try bench.draft.keys.open(provider) == Secret("sk-made-up-000000001234"))
        #expect(bench.draft.keys.status(of: key) == .ready)

        var moved = provider
        moved.baseURL = try BaseURL("https://b.example")
        #expect(throws: VaultError.notAuthentic) { try bench.draft.keys.open(moved) }
    }

    static let wrong: [(NewProvider, [String])] = [
        (NewProvider(name: "", sdkID: ""), ["BAD_USER_INPUT input.name", "BAD_USER_INPUT input.providerSdkId"]),
        (NewProvider(name: "TAKEN", sdkID: "free"), ["ALREADY_EXISTS input.name"]),
        (
            NewProvider(name: " TAKEN ", sdkID: "taken"),
            ["ALREADY_EXISTS input.name", "ALREADY_EXISTS input.providerSdkId"]
        ),
        (NewProvider(name: "taken", sdkID: "Taken"), []),
        (NewProvider(name: "A", sdkID: "a:b"), ["BAD_USER_INPUT input.providerSdkId"]),
        (NewProvider(name: "A", sdkID: "a", baseURL: "ftp://a"), ["BAD_USER_INPUT input.baseUrl"]),
        (NewProvider(name: "A", sdkID: "a", imageURL: "http://a/b.png"), ["BAD_USER_INPUT input.imageUrl"]),
        (NewProvider(name: "A", sdkID: "a", apiKey: Secret(" ")), ["BAD_USER_INPUT input.apiKey"]),
        (NewProvider(name: "A", sdkID: "a", apiKey: Secret("sk made up")), ["BAD_USER_INPUT input.apiKey"]),
        (NewProvider(name: "A", sdkID: "a", apiKey: Secret("sk-mäde-up")), ["BAD_USER_INPUT input.apiKey"]),
        (
            NewProvider(name: "A", sdkID: "a", apiKey: Secret(String(repeating: "k", count: 4097))),
            ["BAD_USER_INPUT input.apiKey"]
        ),
        (NewProvider(name: "A", sdkID: "a", apiKey: Secret(String(repeating: "k", count: 4096))), []),
        (
            NewProvider(name: "A", sdkID: "a", models: [NewModel(name: "", sdkID: "b:c")]),
            ["BAD_USER_INPUT input.models.0.name", "BAD_USER_INPUT input.models.0.modelSdkId"]
        ),
        (
            NewProvider(
                name: "A", sdkID: "a", models: [NewModel(name: "B", sdkID: "a:b"), NewModel(name: "C", sdkID: "a:b")]),
            ["ALREADY_EXISTS input.models.1.modelSdkId"]
        ),
        (
            NewProvider(
                name: "A", sdkID: "a",
                models: [
                    NewModel(name: "B", sdkID: "a:b", isDefault: true), NewModel(name: "C", sdkID: "c"),
                    NewModel(name: "D", sdkID: "a:d", isDefault: true),
                ]),
            ["BAD_USER_INPUT input.models.1.modelSdkId", "BAD_USER_INPUT input.models.2.isDefault"]
        ),
        (
            NewProvider(
                name: "A", sdkID: "a", models: [NewModel(name: "B", sdkID: "a:b", isEnabled: false, isDefault: true)]),
            ["BAD_USER_INPUT input.models.0.isDefault"]
        ),
        (
            NewProvider(
                name: "A", sdkID: "a", isEnabled: false, models: [NewModel(name: "B", sdkID: "a:b", isDefault: true)]),
            ["BAD_USER_INPUT input.models.0.isDefault"]
        ),
        (
            NewProvider(
                name: "\u{0}", sdkID: "x y", baseURL: "?", apiKey: Secret(""), imageURL: "?",
                models: [NewModel(name: "\n", sdkID: "")]),
            [
                "BAD_USER_INPUT input.name", "BAD_USER_INPUT input.providerSdkId", "BAD_USER_INPUT input.baseUrl",
                "BAD_USER_INPUT input.apiKey", "BAD_USER_INPUT input.imageUrl", "BAD_USER_INPUT input.models.0.name",
                "BAD_USER_INPUT input.models.0.modelSdkId",
            ]
        ),
    ]

    @Test("says everything that is wrong at once, each with its field, and changes nothing", arguments: wrong)
    func refused(new: NewProvider, expected: [String]) throws {
        var first = try Workbench()
        try first.create(.sample("taken", models: ["x"]))
        var bench = try first.next()
        #expect(refusals { try bench.create(new) } == expected)
        #expect(bench.draft.isUnchanged == !expected.isEmpty)
        if !expected.isEmpty { #expect(bench.snapshot.entries.elementsEqual(first.snapshot.entries) { $0 == $1 }) }
    }

    @Test("that is wrong in very many places hears of the first hundred")
    func manyFaults() throws {
        var bench = try Workbench()
        let new = NewProvider(
            name: "A", sdkID: "a", models: (0..<101).map { NewModel(name: "\($0)", sdkID: "b:\($0)") })
        let found = refusals { try bench.create(new) }
        #expect(found.count == 100)
        #expect(found.last == "BAD_USER_INPUT input.models.99.modelSdkId")
        #expect(bench.draft.isUnchanged)
    }

    @Test("with a default takes the mark from the model that had it")
    func takesDefault() throws {
        var bench = try Workbench()
        try bench.create(.sample("a", models: ["x"], default: "x"))
        bench = try bench.next()
        try bench.create(.sample("b", models: ["y"], default: "y"))
        #expect(bench.snapshot.defaultModel?.model.sdkID.text == "b:y")
        #expect(bench.snapshot.model(try ModelSDKID("a:x"))?.model.isDefault == false)
        #expect(bench.changes.map(\.kind) == [.defaultCleared, .created, .created])
    }
}
