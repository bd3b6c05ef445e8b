import Postgres

extension Model {
    static let row = RowDefinition(
        "id", "provider_id", "name", "model_sdk_id", "is_default", "is_enabled", "version", "created_at", "updated_at",
        make: Model.init(id:providerID:name:sdkID:isDefault:isEnabled:version:createdAt:updatedAt:)
    )

    private init(
        id: Int,
        providerID: Int,
        name: String,
        sdkID: String,
        isDefault: Bool,
        isEnabled: Bool,
        version: Int,
        createdAt: Int,
        updatedAt: Int
    ) {
        self.init(
            id: ID(id),
            providerID: ID(providerID),
            name: Name(stored: name),
            sdkID: ModelSDKID(stored: sdkID),
            isDefault: isDefault,
            isEnabled: isEnabled,
            version: version,
            createdAt: Instant(secondsSince1970: createdAt),
            updatedAt: Instant(secondsSince1970: updatedAt)
        )
    }

    static var all: SQL { "SELECT \(row) FROM provider_models ORDER BY name, id" }

    /// Those of these that there are.
    static func rows(_ ids: [ID<Model>]) -> SQL {
        "SELECT \(row) FROM provider_models WHERE id = ANY (\(ids.map(\.number))) ORDER BY id"
    }

    /// The ids of rows that are still to be inserted.
    static func newIDs(_ count: Int) -> SQL {
        "SELECT nextval(pg_get_serial_sequence('provider_models', 'id')) FROM generate_series(1, \(count)) ORDER BY 1"
    }
}

/// Many edits of models in one statement, whatever their number.
struct ModelBatch {
    private let edits: [Edit<Model>]

    /// - Parameter edits: all creations, all updates or all deletions.
    private init(_ edits: [Edit<Model>]) {
        self.edits = edits
    }

    /// As few batches as possible that do the same in the same order.
    ///
    /// A statement is checked row by row, so one that takes the default's mark from a model must end before another
    /// gives it to the next.
    static func batches(_ edits: [Edit<Model>]) -> [ModelBatch] {
        var batches: [[Edit<Model>]] = []
        for edit in edits {
            if let last = batches.last?.last, last.isAlike(edit), !edit.setsDefault {
                batches[batches.count - 1].append(edit)
            } else {
                batches.append([edit])
            }
        }
        return batches.map(ModelBatch.init)
    }

    var statement: SQL {
        let models = edits.map { $0.after ?? $0.subject }
        let ids = models.map(\.id.number)
        let flags = { (flag: KeyPath<Model, Bool>) in models.map { $0[keyPath: flag] ? 1 : 0 } }
        return switch edits.first {
        case .create:
            """
            INSERT INTO provider_models (\(Model.row))
            OVERRIDING SYSTEM VALUE
            SELECT id, provider_id, name, model_sdk_id, is_default <> 0, is_enabled <> 0, version, created_at, updated_at
            FROM unnest(
                \(ids), \(models.map(\.providerID.number)), \(models.map(\.name.text)), \(models.map(\.sdkID.text)),
                \(flags(\.isDefault)), \(flags(\.isEnabled)), \(models.map(\.version)),
                \(models.map(\.createdAt.secondsSince1970)), \(models.map(\.updatedAt.secondsSince1970))
            ) AS new (
                id, provider_id, name, model_sdk_id, is_default, is_enabled, version, created_at, updated_at
            )
            """
        case .update, nil:
            """
            UPDATE provider_models AS model
            SET name = new.name,
                model_sdk_id = new.model_sdk_id,
                is_default = new.is_default <> 0,
                is_enabled = new.is_enabled <> 0,
                version = new.version,
                updated_at = new.updated_at
            FROM unnest(
                \(ids), \(models.map(\.name.text)), \(models.map(\.sdkID.text)), \(flags(\.isDefault)),
                \(flags(\.isEnabled)), \(models.map(\.version)), \(models.map(\.updatedAt.secondsSince1970))
            ) AS new (id, name, model_sdk_id, is_default, is_enabled, version, updated_at)
            WHERE model.id = new.id
            """
        case .delete:
            """
            DELETE FROM provider_models
            WHERE id = ANY (\(ids))
            """
        }
    }
}

extension Edit<Model> {
    fileprivate var setsDefault: Bool {
        after?.isDefault == true && before?.isDefault != true
    }

    fileprivate func isAlike(_ other: Edit) -> Bool {
        switch (self, other) {
        case (.create, .create), (.update, .update), (.delete, .delete): true
        default: false
        }
    }
}
