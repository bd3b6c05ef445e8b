import GraphQL
import Testing

@testable import Roster

@Suite("After any sequence of operations")
struct RandomOperationsTests {
    @Test("a draft keeps the rules, and its indexes say what its values say", arguments: 1...8 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) throws {
        var operations = RandomOperations(seed: seed)
        var bench = try Workbench()
        for step in 0..<400 {
            let before = bench
            // A refused operation leaves its draft as it was; an accepted one is followed by the next.
            do {
                try operations.step(&bench)
            } catch is Refusals {
                #expect(bench.snapshot == before.snapshot)
                #expect(bench.draft.edits == before.draft.edits)
            }
            if step % 7 == 0 { bench = try bench.next() }
            if step % 3 == 0 { try expectConsistent(bench.snapshot) }
        }
        #expect(operations.accepted > 100 && operations.refused > 40)
    }

    @Test("the edits, carried out on what was found, give the draft", arguments: 21...25 as ClosedRange<UInt64>)
    func edits(seed: UInt64) throws {
        var operations = RandomOperations(seed: seed)
        var bench = try Workbench()
        for _ in 0..<300 { _ = try? operations.step(&bench) }
        var replayed = bench.draft.base
        replayed.version = bench.snapshot.version
        replayed.apply(bench.draft.edits)
        #expect(replayed == bench.snapshot)
        try expectConsistent(replayed)
    }
}

/// Everything that is true of every snapshot.
func expectConsistent(_ snapshot: Snapshot) throws {
    let providers = snapshot.entries.map(\.value.provider)
    let models = snapshot.entries.flatMap { $0.value.models().map(\.model) }
    #expect(snapshot == Snapshot(version: snapshot.version, providers: providers, models: models))

    #expect(snapshot.providersByName.map(\.key) == providers.map(\.order).sorted())
    #expect(snapshot.modelsByName.map(\.key) == models.map(\.order).sorted())
    #expect(snapshot.providerCount == providers.count && snapshot.modelCount == models.count)
    #expect(Set(providers.map(\.name)).count == providers.count)
    #expect(Set(models.map(\.sdkID)).count == models.count)
    for provider in providers {
        #expect(snapshot.provider(provider.sdkID)?.provider == provider)
        #expect(snapshot.provider(named: provider.name)?.provider == provider)
    }
    #expect(snapshot.providersBySDKID.count == providers.count)
    for model in models {
        #expect(snapshot.model(model.id)?.model == model)
        #expect(snapshot.model(model.sdkID)?.model == model)
        #expect(snapshot.provider(model.providerID).map { model.sdkID.belongs(to: $0.provider.sdkID) } == true)
    }
    for entry in snapshot.entries.map(\.value) { #expect(entry.modelsBySDKID.count == entry.models.count) }

    let marked = models.filter(\.isDefault)
    #expect(marked.count <= 1)
    #expect(marked.first?.id == snapshot.defaultModelID)
    if let entry = snapshot.defaultModel { #expect(entry.isOffered) }
}
