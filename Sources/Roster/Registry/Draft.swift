/// A snapshot that is being changed by one mutation operation.
///
/// Every operation checks all rules before it changes anything, and either throws all that it found as `Refusals` or
/// leaves a registry that keeps to the rules. What it did is kept as edits, in order, for whoever writes the tables.
package struct Draft {
    /// What the operation found when it began.
    package let base: Snapshot
    /// What it has made of it so far; its version is already the one after the base's.
    package private(set) var snapshot: Snapshot
    /// Everything done so far, in order. Empty where nothing changed: then there is no new version either.
    package private(set) var edits: [RegistryEdit] = []
    let now: Instant
    let keys: ProviderKeys

    package init(of base: Snapshot, at now: Instant, keys: ProviderKeys) {
        self.base = base
        self.now = now
        self.keys = keys
        snapshot = base
        snapshot.version = base.version + 1
        snapshot.changedAt = now
    }

    package var isUnchanged: Bool { edits.isEmpty }

    mutating func apply(_ edits: [RegistryEdit]) {
        snapshot.apply(edits)
        self.edits += edits
    }

    /// The edit from one value to another, stamped with version and time; nil where nothing changed.
    func edit(_ before: Provider, to after: Provider) -> RegistryEdit? {
        guard before != after else { return nil }
        var after = after
        after.version = snapshot.version
        after.updatedAt = now
        return .provider(.update(from: before, to: after))
    }

    /// The edit from one value to another, stamped with version and time; nil where nothing changed.
    func edit(_ before: Model, to after: Model) -> RegistryEdit? {
        guard before != after else { return nil }
        var after = after
        after.version = snapshot.version
        after.updatedAt = now
        return .model(.update(from: before, to: after))
    }

    /// Takes the mark from the model that has it, unless it is `successor`.
    func clearedDefault(for successor: ID<Model>? = nil) -> RegistryEdit? {
        guard let old = snapshot.defaultModel?.model, old.id != successor else { return nil }
        var cleared = old
        cleared.isDefault = false
        return edit(old, to: cleared)
    }

    /// Refuses a caller who has seen another version than the one that this operation began with.
    ///
    /// What the operation itself has changed since is no conflict.
    func check(_ expected: Int?, against version: Int, before: Int?) throws(Refusals) {
        guard let expected, expected != version, expected != before else { return }
        throw Refusals(.conflict(currentVersion: version, changedBy: nil), at: "expectedVersion")
    }
}
