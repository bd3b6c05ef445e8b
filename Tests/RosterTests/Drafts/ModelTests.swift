import GraphQL
import Testing

@testable import Roster

@Suite("Models")
struct ModelTests {
    private func bench() throws -> (Workbench, ID<Provider>) {
        var bench = try Workbench()
        let id = try bench.create(.sample("a", models: ["x", "y"], default: "x"))
        try bench.create(.sample("b", models: ["z"]))
        return (try bench.next(), id)
    }

    private func id(_ sdkID: String, in bench: Workbench) throws -> ID<Model> {
        try #require(bench.snapshot.model(ModelSDKID(sdkID))).model.id
    }

    static let new: [(NewModel, [String])] = [
        (NewModel(name: "New", sdkID: "a:new"), []),
        (NewModel(name: "x", sdkID: "a:same-name"), []),
        (NewModel(name: "New", sdkID: "a:x"), ["ALREADY_EXISTS input.modelSdkId"]),
        (NewModel(name: "New", sdkID: "a:X"), []),
        (NewModel(name: "New", sdkID: "b:new"), ["BAD_USER_INPUT input.modelSdkId"]),
        (NewModel(name: "New", sdkID: "A:new"), ["BAD_USER_INPUT input.modelSdkId"]),
        (NewModel(name: "New", sdkID: "anew"), ["BAD_USER_INPUT input.modelSdkId"]),
        (NewModel(name: "", sdkID: ""), ["BAD_USER_INPUT input.name", "BAD_USER_INPUT input.modelSdkId"]),
        (
            NewModel(name: "New", sdkID: "a:new", isEnabled: false, isDefault: true),
            ["BAD_USER_INPUT input.isDefault"]
        ),
        (NewModel(name: "New", sdkID: "a:new", isDefault: true), []),
    ]

    @Test("are created as described, or refused with every field that is wrong", arguments: new)
    func create(new: NewModel, expected: [String]) throws {
        var (bench, provider) = try bench()
        #expect(refusals { try bench.create(new, of: provider) } == expected)
        #expect(bench.draft.isUnchanged == !expected.isEmpty)
    }

    @Test("are not created for a provider that does not exist")
    func noProvider() throws {
        var (bench, _) = try bench()
        #expect(
            refusals { try bench.create(NewModel(name: "N", sdkID: "c:n"), of: ID(99)) } == ["NOT_FOUND input.provider"]
        )
    }

    static let patches: [(ModelPatch, [String])] = [
        (ModelPatch(name: .set("Better")), []),
        (ModelPatch(name: .set("y")), []),
        (ModelPatch(sdkID: .set("a:better")), []),
        (ModelPatch(sdkID: .set("a:y")), ["ALREADY_EXISTS patch.modelSdkId"]),
        (ModelPatch(sdkID: .set("b:x")), ["BAD_USER_INPUT patch.modelSdkId"]),
        (ModelPatch(name: .clear, sdkID: .clear), ["BAD_USER_INPUT patch.name", "BAD_USER_INPUT patch.modelSdkId"]),
        (ModelPatch(isEnabled: .clear), ["BAD_USER_INPUT patch.isEnabled"]),
        (ModelPatch(isEnabled: .set(false)), ["DEFAULT_MODEL_REQUIRED patch.isEnabled"]),
        (
            ModelPatch(name: .set(""), isEnabled: .set(false)),
            ["BAD_USER_INPUT patch.name", "DEFAULT_MODEL_REQUIRED patch.isEnabled"]
        ),
    ]

    @Test("are changed as the patch says, or refused with every field that is wrong", arguments: patches)
    func update(patch: ModelPatch, expected: [String]) throws {
        var (bench, _) = try bench()
        let id = try id("a:x", in: bench)
        #expect(refusals { try bench.draft.updateModel(id, patch) } == expected)
        #expect(bench.draft.isUnchanged == !expected.isEmpty)
        #expect(bench.snapshot.model(id)?.model.version == (expected.isEmpty ? 2 : 1))
    }

    @Test("move to their new place in the lists when they are renamed")
    func reorder() throws {
        var (bench, provider) = try bench()
        try bench.draft.updateModel(try id("a:x", in: bench), ModelPatch(name: .set("zz")))
        #expect(bench.snapshot.provider(provider)?.models().map(\.model.name.text) == ["y", "zz"])
        #expect(bench.snapshot.modelsByName.map(\.key.name.text) == ["y", "z", "zz"])
    }

    @Test("are deleted, except the default, and at the expected version only")
    func delete() throws {
        var (bench, _) = try bench()
        let (x, y) = (try id("a:x", in: bench), try id("a:y", in: bench))
        #expect(refusals { try bench.draft.deleteModel(x) } == ["DEFAULT_MODEL_REQUIRED id"])
        #expect(refusals { try bench.draft.deleteModel(y, expectedVersion: 9) } == ["CONFLICT expectedVersion"])
        try bench.draft.deleteModel(y, expectedVersion: 1)
        #expect(refusals { try bench.draft.deleteModel(y) } == ["NOT_FOUND id"])
        #expect(bench.snapshot.modelCount == 2)
    }

    @Test("are enabled and disabled together, all or none")
    func setEnabled() throws {
        var (bench, _) = try bench()
        let (x, y, z) = (try id("a:x", in: bench), try id("a:y", in: bench), try id("b:z", in: bench))
        #expect(
            refusals { _ = try bench.draft.setModelsEnabled([y, ID(99), x, nil], false) } == [
                "NOT_FOUND ids.1", "DEFAULT_MODEL_REQUIRED ids.2", "NOT_FOUND ids.3",
            ])
        #expect(bench.draft.isUnchanged)
        let disabled = try bench.draft.setModelsEnabled([z, y, z], false)
        #expect(disabled.map(\.model.id) == [z, y])
        #expect(disabled.allSatisfy { !$0.model.isEnabled })
        #expect(bench.changes.count == 2)
        #expect(try bench.draft.setModelsEnabled([], true).isEmpty)
    }
}

@Suite("The default model")
struct DefaultModelTests {
    @Test("is one at most, and moves with the mark")
    func moves() throws {
        var bench = try Workbench()
        try bench.create(.sample("a", models: ["x", "y"], default: "x"))
        bench = try bench.next()
        let (x, y) = (bench.snapshot.modelPlaces.map(\.key)[0], bench.snapshot.modelPlaces.map(\.key)[1])
        try bench.draft.setDefaultModel(y)
        #expect(bench.snapshot.defaultModelID == y)
        #expect(bench.snapshot.model(x)?.model.isDefault == false)
        #expect(bench.changes.map { "\($0.kind) \($0.entity)" } == ["defaultCleared \(x)", "defaultSet \(y)"])
        let edits = bench.draft.edits.count
        try bench.draft.setDefaultModel(y)
        #expect(bench.draft.edits.count == edits)
        bench.draft.clearDefaultModel()
        bench.draft.clearDefaultModel()
        #expect(bench.snapshot.defaultModelID == nil)
        #expect(bench.draft.edits.count == edits + 1)
    }

    @Test("is enabled, and of an enabled provider")
    func enabled() throws {
        var bench = try Workbench()
        var new = NewProvider.sample("a", models: ["x"])
        new.isEnabled = false
        new.models[0].isEnabled = false
        let provider = try bench.create(new)
        let model = try #require(bench.snapshot.provider(provider)?.models().first?.model.id)
        #expect(
            refusals { try bench.draft.setDefaultModel(model) } == ["BAD_USER_INPUT id", "BAD_USER_INPUT id"])
        #expect(refusals { try bench.draft.setDefaultModel(ID(99)) } == ["NOT_FOUND id"])
        try bench.draft.updateModel(model, ModelPatch(isEnabled: .set(true)))
        #expect(refusals { try bench.draft.setDefaultModel(model) } == ["BAD_USER_INPUT id"])
        try bench.draft.updateProvider(provider, ProviderPatch(isEnabled: .set(true)))
        try bench.draft.setDefaultModel(model)
        #expect(bench.snapshot.defaultModelID == model)
    }
}
