import GraphQL

extension Draft {
    /// Creates a model; marked as the default it takes the mark from the one that had it.
    ///
    /// - Parameter id: a number never used before.
    @discardableResult
    package mutating func createModel(
        _ new: NewModel,
        of provider: ID<Provider>,
        id: ID<Model>
    ) throws(Refusals) -> ModelEntry {
        let entry = try entry(provider, at: "input.provider")
        var findings = Findings()
        let model = newModel(
            new, at: "input", of: provider, sdkID: entry.provider.sdkID, isOffered: entry.provider.isEnabled, id: id,
            &findings)
        if let sdkID = model?.sdkID, entry.model(sdkID) != nil {
            findings.add(.sdkIDTaken(.model), at: "input.modelSdkId")
        }
        guard findings.refusals.isEmpty, let model else { throw findings.all }
        let cleared = model.isDefault ? clearedDefault() : nil
        apply([cleared, .model(.create(model))].compactMap(\.self))
        return try self.model(id)
    }

    /// Changes what the patch names.
    @discardableResult
    package mutating func updateModel(
        _ id: ID<Model>,
        _ patch: ModelPatch,
        expectedVersion: Int? = nil
    ) throws(Refusals) -> ModelEntry {
        let entry = try model(id)
        let before = entry.model
        try check(expectedVersion, against: before.version, before: base.model(id)?.model.version)
        var findings = Findings()
        var after = before
        after.name = required(patch.name, before.name, at: "patch.name", &findings) { text, field, findings in
            findings.read(at: field) { () throws(TextFault) in try Name(text) }
        }
        after.sdkID = required(patch.sdkID, before.sdkID, at: "patch.modelSdkId", &findings) { text, field, findings in
            let sdkID = ownSDKID(text, of: entry.provider.provider.sdkID, at: field, &findings)
            if let sdkID, let other = entry.provider.model(sdkID), other.model.id != id {
                findings.add(.sdkIDTaken(.model), at: field)
            }
            return sdkID
        }
        after.isEnabled = required(patch.isEnabled, before.isEnabled, at: "patch.isEnabled", &findings) { flag, _, _ in
            flag
        }
        if before.isDefault, !after.isEnabled { findings.add(.defaultRequired, at: "patch.isEnabled") }
        try findings.check()
        apply([edit(before, to: after)].compactMap(\.self))
        return try self.model(id)
    }

    package mutating func deleteModel(_ id: ID<Model>, expectedVersion: Int? = nil) throws(Refusals) {
        let model = try model(id).model
        try check(expectedVersion, against: model.version, before: base.model(id)?.model.version)
        guard !model.isDefault else { throw Refusals(.defaultRequired, at: "id") }
        apply([.model(.delete(model))])
    }

    /// Enables or disables several models.
    ///
    /// - Returns: each of them once, in the order in which they were first named.
    package mutating func setModelsEnabled(_ ids: [ID<Model>?], _ isEnabled: Bool) throws(Refusals) -> [ModelEntry] {
        var findings = Findings()
        var seen: Set<ID<Model>> = []
        var edits: [RegistryEdit] = []
        var order: [ID<Model>] = []
        for (index, id) in ids.enumerated() {
            guard let id, let before = snapshot.model(id)?.model else {
                findings.add(.notFound(.model), at: ("ids" as FieldPath)[index])
                continue
            }
            guard seen.insert(id).inserted else { continue }
            order.append(id)
            if before.isDefault, !isEnabled { findings.add(.defaultRequired, at: ("ids" as FieldPath)[index]) }
            var after = before
            after.isEnabled = isEnabled
            if let edit = edit(before, to: after) { edits.append(edit) }
        }
        try findings.check()
        apply(edits)
        return order.compactMap { snapshot.model($0) }
    }

    func model(_ id: ID<Model>) throws(Refusals) -> ModelEntry {
        guard let entry = snapshot.model(id) else { throw Refusals(.notFound(.model), at: "id") }
        return entry
    }
}
