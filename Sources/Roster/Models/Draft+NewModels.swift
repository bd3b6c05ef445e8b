extension Draft {
    /// The models that come with a new provider, which are checked together with it.
    func newModels(
        _ new: NewProvider,
        of provider: ID<Provider>,
        sdkID: ProviderSDKID?,
        ids: [ID<Model>],
        _ findings: inout Findings
    ) -> [Model] {
        var taken: Set<ModelSDKID> = []
        var hasDefault = false
        var models: [Model] = []
        for (index, (input, id)) in zip(new.models, ids).enumerated() {
            let field = ("input.models" as FieldPath)[index]
            if input.isDefault, hasDefault { findings.add(.severalDefaults, at: field["isDefault"]) }
            hasDefault = hasDefault || input.isDefault
            let model = newModel(
                input, at: field, of: provider, sdkID: sdkID, isOffered: new.isEnabled, id: id, &findings)
            guard let model else { continue }
            if !taken.insert(model.sdkID).inserted { findings.add(.sdkIDTaken(.model), at: field["modelSdkId"]) }
            models.append(model)
        }
        return models
    }

    /// One new model; nil where something was found wrong with its texts.
    ///
    /// - Parameters:
    ///   - sdkID: the provider's; nil where that is wrong itself.
    ///   - isOffered: whether the provider is enabled.
    func newModel(
        _ input: NewModel,
        at field: FieldPath,
        of provider: ID<Provider>,
        sdkID: ProviderSDKID?,
        isOffered: Bool,
        id: ID<Model>,
        _ findings: inout Findings
    ) -> Model? {
        let name = findings.read(at: field["name"]) { () throws(TextFault) in try Name(input.name) }
        let modelSDKID = ownSDKID(input.sdkID, of: sdkID, at: field["modelSdkId"], &findings)
        if input.isDefault, !input.isEnabled { findings.add(.defaultDisabled, at: field["isDefault"]) }
        if input.isDefault, !isOffered { findings.add(.defaultOfDisabledProvider, at: field["isDefault"]) }
        guard let name, let modelSDKID else { return nil }
        return Model(
            id: id,
            providerID: provider,
            name: name,
            sdkID: modelSDKID,
            isDefault: input.isDefault,
            isEnabled: input.isEnabled,
            version: snapshot.version,
            createdAt: now,
            updatedAt: now
        )
    }

    /// A model's SDK id that begins with its provider's.
    func ownSDKID(
        _ text: String,
        of provider: ProviderSDKID?,
        at field: FieldPath,
        _ findings: inout Findings
    ) -> ModelSDKID? {
        let read = findings.read(at: field) { () throws(SDKIDFault) in try ModelSDKID(text) }
        if let read, let provider, !read.belongs(to: provider) { findings.add(.foreignSDKID, at: field) }
        return read
    }

    /// What happens to a provider's models when its SDK id changes.
    func renamed(_ entry: ProviderEntry, to sdkID: ProviderSDKID, _ findings: inout Findings) -> [RegistryEdit] {
        guard sdkID != entry.provider.sdkID else { return [] }
        var edits: [RegistryEdit] = []
        for before in entry.models.values.map(\.value) {
            guard let renamed = try? before.sdkID.renamed(to: sdkID) else {
                findings.add(.renamedTooLong(limit: TextRule.maximumLength), at: "patch.providerSdkId")
                return []
            }
            var after = before
            after.sdkID = renamed
            if let edit = edit(before, to: after) { edits.append(edit) }
        }
        return edits
    }
}
