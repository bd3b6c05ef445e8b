extension Snapshot {
    /// Carries out edits that keep to the rules; `Draft` sees to that.
    ///
    /// Those of providers may come in any order, and so may those of one provider's models.
    /// Edits of one provider's models that follow each other are done in one go.
    mutating func apply(_ edits: [RegistryEdit]) {
        var models: [Edit<Model>] = []
        for edit in edits {
            switch edit {
            case .model(let edit):
                if let last = models.last, last.subject.providerID != edit.subject.providerID { flush(&models) }
                models.append(edit)
            case .provider(let edit):
                flush(&models)
                apply(edit)
            case .token(let edit):
                tokens.apply(edit)
            }
        }
        flush(&models)
    }

    private mutating func apply(_ edit: Edit<Provider>) {
        if let before = edit.before {
            if edit.after?.order != before.order { providersByName[before.order] = nil }
            // Another provider may have got it meanwhile.
            if edit.after?.sdkID != before.sdkID, providersBySDKID[before.sdkID] == before.id {
                providersBySDKID[before.sdkID] = nil
            }
        }
        if let after = edit.after {
            let old = entries[after.id]
            entries[after.id] = ProviderEntry(
                after,
                models: old?.models ?? OrderedIndex(),
                modelsBySDKID: old?.modelsBySDKID ?? OrderedIndex()
            )
            providersByName[after.order] = after.id
            providersBySDKID[after.sdkID] = after.id
        } else if let before = edit.before {
            entries[before.id] = nil
        }
    }

    private mutating func flush(_ edits: inout [Edit<Model>]) {
        defer { edits = [] }
        guard let id = edits.first?.subject.providerID, let entry = entries[id] else { return }
        var models = entry.models
        var bySDKID = entry.modelsBySDKID
        for edit in edits {
            if let before = edit.before {
                if edit.after?.sdkID != before.sdkID, bySDKID[before.sdkID]?.id == before.id {
                    bySDKID[before.sdkID] = nil
                }
                if edit.after?.order != before.order {
                    models[before.order] = nil
                    modelsByName[before.order] = nil
                }
                if edit.after == nil { modelPlaces[before.id] = nil }
                if before.isDefault, defaultModelID == before.id { defaultModelID = nil }
            }
            if let after = edit.after {
                models[after.order] = Shared(after)
                bySDKID[after.sdkID] = after.order
                modelsByName[after.order] = id
                modelPlaces[after.id] = ModelPlace(provider: id, order: after.order)
                if after.isDefault { defaultModelID = after.id }
            }
        }
        entries[id] = ProviderEntry(entry.provider, models: models, modelsBySDKID: bySDKID)
    }
}

extension Edit {
    /// The thing itself, as it was before if it was.
    var subject: Entity {
        switch self {
        case .create(let entity), .update(let entity, _), .delete(let entity): entity
        }
    }
}
