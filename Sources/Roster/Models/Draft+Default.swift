extension Draft {
    /// Makes this model the one default and takes the mark from the model that had it.
    @discardableResult
    package mutating func setDefaultModel(_ id: ID<Model>) throws(Refusals) -> ModelEntry {
        let entry = try model(id)
        var findings = Findings()
        if !entry.model.isEnabled { findings.add(.defaultDisabled, at: "id") }
        if !entry.provider.provider.isEnabled { findings.add(.defaultOfDisabledProvider, at: "id") }
        try findings.check()
        var marked = entry.model
        marked.isDefault = true
        // The old mark goes first: the table lets no two rows have it, not even for a moment.
        apply([clearedDefault(for: id), edit(entry.model, to: marked)].compactMap(\.self))
        return try model(id)
    }

    /// Leaves the registry without a default.
    package mutating func clearDefaultModel() {
        apply([clearedDefault()].compactMap(\.self))
    }
}
