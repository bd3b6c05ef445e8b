extension Change {
    /// What the history says of an edit.
    init(_ edit: RegistryEdit, version: Int, ordinal: Int, at: Instant, by actor: String) {
        switch edit {
        case .provider(let edit): self.init(edit, version: version, ordinal: ordinal, at: at, by: actor)
        case .model(let edit): self.init(edit, version: version, ordinal: ordinal, at: at, by: actor)
        case .token(let edit): self.init(edit, version: version, ordinal: ordinal, at: at, by: actor)
        }
    }

    private init<Entity: Recorded>(
        _ edit: Edit<Entity>, version: Int, ordinal: Int, at: Instant, by actor: String
    ) {
        let fields = Entity.recordedFields.compactMap { field -> FieldChange? in
            let (before, after) = (edit.before.flatMap(field.value), edit.after.flatMap(field.value))
            return before == after ? nil : FieldChange(field: field.name, before: before, after: after)
        }
        let kind = Kind(edit, fields: fields)
        self.init(
            version: version,
            ordinal: ordinal,
            at: at,
            actor: actor,
            kind: kind,
            entity: edit.subject.entityID,
            summary: Self.summary(kind, "\(Entity.kind.rawValue) \(edit.subject.name)", fields),
            fields: fields
        )
    }

    private static func summary(_ kind: Kind, _ subject: String, _ fields: [FieldChange]) -> String {
        switch kind {
        case .created: "Created \(subject)"
        case .updated where fields.map(\.field) == ["revokedAt"]: "Revoked \(subject)"
        case .updated: "Changed \(fields.map(\.field).joined(separator: ", ")) of \(subject)"
        case .deleted: "Deleted \(subject)"
        case .defaultSet: "Made \(subject) the default"
        case .defaultCleared: "Took the default from \(subject)"
        }
    }
}

extension Change.Kind {
    /// Setting the default has a kind of its own where nothing else changed.
    fileprivate init<Entity>(_ edit: Edit<Entity>, fields: [FieldChange]) {
        switch edit {
        case .create: self = .created
        case .delete: self = .deleted
        case .update:
            if fields.count == 1, let only = fields.first, only.field == "isDefault" {
                self = only.after == .flag(true) ? .defaultSet : .defaultCleared
            } else {
                self = .updated
            }
        }
    }
}
