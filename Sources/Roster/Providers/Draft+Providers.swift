import GraphQL

extension Draft {
    /// Creates a provider and its models.
    ///
    /// - Parameters:
    ///   - id: a number never used before.
    ///   - modelIDs: one for each of the models.
    @discardableResult
    package mutating func createProvider(
        _ new: NewProvider,
        id: ID<Provider>,
        modelIDs: [ID<Model>]
    ) throws -> ProviderEntry {
        var findings = Findings()
        let name = freeName(new.name, at: "input.name", &findings)
        let sdkID = freeSDKID(new.sdkID, at: "input.providerSdkId", &findings)
        let baseURL = new.baseURL.flatMap { text in
            findings.read(at: "input.baseUrl") { () throws(AddressFault) in try BaseURL(text) }
        }
        let key = new.apiKey.flatMap { key in
            findings.read(at: "input.apiKey") { () throws(KeyFault) in try APIKeyRule.checked(key) }
        }
        let imageURL = new.imageURL.flatMap { text in
            findings.read(at: "input.imageUrl") { () throws(AddressFault) in try ImageURL(text) }
        }
        let models = newModels(new, of: id, sdkID: sdkID, ids: modelIDs, &findings)
        guard findings.refusals.isEmpty, let name, let sdkID else { throw findings.all }

        let provider = Provider(
            id: id,
            name: name,
            sdkID: sdkID,
            baseURL: baseURL,
            key: try key.map { try keys.seal($0, for: id, origin: baseURL?.origin, at: now) },
            imageURL: imageURL,
            isEnabled: new.isEnabled,
            version: snapshot.version,
            createdAt: now,
            updatedAt: now
        )
        var edits: [RegistryEdit] = [.provider(.create(provider))]
        if models.contains(where: \.isDefault), let cleared = clearedDefault() { edits.insert(cleared, at: 0) }
        apply(edits + models.map { .model(.create($0)) })
        return try self.entry(id)
    }

    /// Changes what the patch names; a new SDK id is carried into the models' ids.
    @discardableResult
    package mutating func updateProvider(
        _ id: ID<Provider>,
        _ patch: ProviderPatch,
        expectedVersion: Int? = nil
    ) throws -> ProviderEntry {
        let entry = try entry(id)
        let before = entry.provider
        try check(expectedVersion, against: before.version, before: base.provider(id)?.provider.version)
        var findings = Findings()
        var after = before
        after.name = required(patch.name, before.name, at: "patch.name", &findings) { text, field, findings in
            freeName(text, at: field, besides: id, &findings)
        }
        after.sdkID = required(patch.sdkID, before.sdkID, at: "patch.providerSdkId", &findings) {
            text, field, findings in
            freeSDKID(text, at: field, besides: id, &findings)
        }
        after.isEnabled = required(patch.isEnabled, before.isEnabled, at: "patch.isEnabled", &findings) { flag, _, _ in
            flag
        }
        after.baseURL = optional(patch.baseURL, before.baseURL, at: "patch.baseUrl", &findings) {
            (text) throws(AddressFault) in try BaseURL(text)
        }
        after.imageURL = optional(patch.imageURL, before.imageURL, at: "patch.imageUrl", &findings) {
            (text) throws(AddressFault) in try ImageURL(text)
        }
        let key = checkedKey(patch.apiKey, before: before, after: after, &findings)
        if before.isEnabled, !after.isEnabled, hasDefault(entry) {
            findings.add(.defaultRequired, at: "patch.isEnabled")
        }
        let models = renamed(entry, to: after.sdkID, &findings)
        try findings.check()
        switch key {
        case .keep: break
        case .clear: after.key = nil
        case .set(let key): after.key = try keys.seal(key, for: id, origin: after.baseURL?.origin, at: now)
        }
        apply([edit(before, to: after)].compactMap(\.self) + models)
        return try self.entry(id)
    }

    /// Deletes a provider, with its models if `cascade` says so.
    package mutating func deleteProvider(
        _ id: ID<Provider>,
        cascade: Bool = false,
        expectedVersion: Int? = nil
    ) throws(Refusals) {
        let entry = try entry(id)
        try check(
            expectedVersion, against: entry.provider.version, before: base.provider(id)?.provider.version)
        var findings = Findings()
        if !cascade, !entry.models.isEmpty { findings.add(.hasModels(count: entry.models.count), at: "cascade") }
        if hasDefault(entry) { findings.add(.defaultRequired, at: "id") }
        try findings.check()
        apply(entry.models.values.map { .model(.delete($0.value)) } + [.provider(.delete(entry.provider))])
    }
}

extension Draft {
    func entry(_ id: ID<Provider>, at field: FieldPath = "id") throws(Refusals) -> ProviderEntry {
        guard let entry = snapshot.provider(id) else { throw Refusals(.notFound(.provider), at: field) }
        return entry
    }

    func hasDefault(_ entry: ProviderEntry) -> Bool {
        snapshot.defaultModel?.provider.provider.id == entry.provider.id
    }

    private func freeName(
        _ text: String,
        at field: FieldPath,
        besides id: ID<Provider>? = nil,
        _ findings: inout Findings
    ) -> Name? {
        guard let name = findings.read(at: field, { () throws(TextFault) in try Name(text) }) else { return nil }
        if let other = snapshot.provider(named: name), other.provider.id != id { findings.add(.nameTaken, at: field) }
        return name
    }

    private func freeSDKID(
        _ text: String,
        at field: FieldPath,
        besides id: ID<Provider>? = nil,
        _ findings: inout Findings
    ) -> ProviderSDKID? {
        let read = findings.read(at: field) { () throws(SDKIDFault) in try ProviderSDKID(text) }
        guard let sdkID = read else { return nil }
        if let other = snapshot.provider(sdkID), other.provider.id != id {
            findings.add(.sdkIDTaken(.provider), at: field)
        }
        return sdkID
    }
}
