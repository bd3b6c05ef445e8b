import Testing
import Vault

@testable import Roster

/// A registry in memory: a draft, and numbers for what it creates.
struct Workbench {
    var draft: Draft
    private var lastID = 0

    static let now = Instant(secondsSince1970: 1_782_984_600)

    init(of snapshot: Snapshot = Snapshot(), keys: ProviderKeys? = nil) throws {
        let keys = try keys ?? ProviderKeys(keyring: Keyring(current: .random()), installation: "made-up-installation")
        draft = Draft(of: snapshot, at: Self.now, keys: keys)
        lastID = max(snapshot.entries.last?.key.number ?? 0, snapshot.modelPlaces.last?.key.number ?? 0)
    }

    /// A workbench whose operation finds what this one has made.
    func next() throws -> Workbench {
        try Workbench(of: draft.snapshot, keys: draft.keys)
    }

    mutating func newID() -> Int {
        lastID += 1
        return lastID
    }

    /// - Returns: the id that it got.
    @discardableResult
    mutating func create(_ new: NewProvider) throws -> ID<Provider> {
        let id = ID<Provider>(newID())
        try draft.createProvider(new, id: id, modelIDs: new.models.map { _ in ID(newID()) })
        return id
    }

    @discardableResult
    mutating func create(_ new: NewModel, of provider: ID<Provider>) throws -> ID<Model> {
        let id = ID<Model>(newID())
        try draft.createModel(new, of: provider, id: id)
        return id
    }

    var snapshot: Snapshot { draft.snapshot }

    /// The changes so far, as the history will tell them.
    var changes: [Change] {
        draft.edits.enumerated().map { ordinal, edit in
            Change(edit, version: snapshot.version, ordinal: ordinal, at: Self.now, by: "ann")
        }
    }
}

extension NewProvider {
    /// A provider called after its SDK id, with models called after theirs.
    static func sample(_ sdkID: String, models: [String] = [], default: String? = nil) -> NewProvider {
        NewProvider(
            name: sdkID.uppercased(),
            sdkID: sdkID,
            models: models.map { model in
                NewModel(name: model, sdkID: "\(sdkID):\(model)", isDefault: model == `default`)
            }
        )
    }
}

/// What a body is refused with: code and field of each refusal, in order.
func refusals(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch let refusals as Refusals {
        return refusals.all.map { "\($0.code.rawValue) \($0.field?.description ?? "-")" }
    } catch {
        return ["\(error)"]
    }
}
