import GraphQL
import Vault

@testable import Roster

/// Operations of every kind over few names, so that they meet, and are refused about as often as not.
struct RandomOperations {
    private var random: SeededGenerator
    private(set) var accepted = 0
    private(set) var refused = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }
    mutating func number(_ range: Range<Int>) -> Int { .random(in: range, using: &random) }
    mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }
    private mutating func word() -> String { "w\(number(0..<12))" }

    mutating func provider(_ snapshot: Snapshot) -> ID<Provider> {
        chance(95) ? pick(snapshot.entries.map(\.key)) ?? ID(9_999) : ID(9_999)
    }

    mutating func model(_ snapshot: Snapshot) -> ID<Model> {
        chance(95) ? pick(snapshot.modelPlaces.map(\.key)) ?? ID(9_999) : ID(9_999)
    }

    mutating func step(_ bench: inout Workbench) throws {
        do {
            try operation(&bench)
            count(accepted: true)
        } catch {
            count(accepted: false)
            throw error
        }
    }

    mutating func count(accepted isAccepted: Bool) {
        if isAccepted { accepted += 1 } else { refused += 1 }
    }

    private mutating func operation(_ bench: inout Workbench) throws {
        let snapshot = bench.snapshot
        switch number(0..<10) {
        case 0, 1: try bench.create(newProvider())
        case 2: try bench.draft.updateProvider(provider(snapshot), providerPatch())
        case 3: try bench.draft.deleteProvider(provider(snapshot), cascade: chance(60))
        case 4, 5:
            let id = provider(snapshot)
            try bench.create(newModel(of: snapshot.provider(id)?.provider.sdkID.text ?? "none"), of: id)
        case 6: try bench.draft.updateModel(model(snapshot), modelPatch(snapshot))
        case 7: try bench.draft.deleteModel(model(snapshot))
        case 8:
            let ids = (0..<number(0..<4)).map { _ in model(snapshot) }
            _ = try bench.draft.setModelsEnabled(ids, chance(60))
        default:
            if chance(70) { try bench.draft.setDefaultModel(model(snapshot)) } else { bench.draft.clearDefaultModel() }
        }
    }

    mutating func newProvider() -> NewProvider {
        let sdkID = word()
        return NewProvider(
            name: word(),
            sdkID: sdkID,
            baseURL: chance(50) ? "https://\(word()).example/v1" : nil,
            apiKey: chance(50) ? Secret("sk-made-up-\(number(0..<1_000_000))-000000") : nil,
            imageURL: chance(30) ? "/images/\(word()).svg" : nil,
            isEnabled: chance(85),
            models: (0..<number(0..<4)).map { _ in newModel(of: sdkID) }
        )
    }

    mutating func newModel(of sdkID: String) -> NewModel {
        NewModel(
            name: word(),
            sdkID: "\(chance(95) ? sdkID : word()):\(word())",
            isEnabled: chance(80),
            isDefault: chance(15)
        )
    }

    mutating func providerPatch() -> ProviderPatch {
        ProviderPatch(
            name: chance(40) ? .set(word()) : .keep,
            sdkID: chance(40) ? .set(word()) : .keep,
            baseURL: chance(20) ? .set("https://\(word()).example") : chance(10) ? .clear : .keep,
            apiKey: chance(40) ? .set(Secret("sk-made-up-\(number(0..<1_000_000))")) : chance(20) ? .clear : .keep,
            isEnabled: chance(30) ? .set(chance(60)) : .keep
        )
    }

    mutating func modelPatch(_ snapshot: Snapshot) -> ModelPatch {
        let prefix = pick(snapshot.entries.map(\.value.provider.sdkID.text)) ?? "w0"
        return ModelPatch(
            name: chance(60) ? .set(word()) : .keep,
            sdkID: chance(40) ? .set("\(prefix):\(word())") : .keep,
            isEnabled: chance(40) ? .set(chance(60)) : .keep
        )
    }
}
