import Postgres

extension Provider {
    static let row = RowDefinition(
        "id", "name", "provider_sdk_id", "base_url", "api_key", "api_key_hint", "api_key_fingerprint",
        "api_key_set_at", "image_url", "is_enabled", "version", "created_at", "updated_at",
        make: Provider.init(
            id:name:sdkID:baseURL:key:hint:fingerprint:keySetAt:imageURL:isEnabled:version:createdAt:updatedAt:)
    )

    private init(
        id: Int,
        name: String,
        sdkID: String,
        baseURL: String?,
        key: [UInt8]?,
        hint: String?,
        fingerprint: String?,
        keySetAt: Int?,
        imageURL: String?,
        isEnabled: Bool,
        version: Int,
        createdAt: Int,
        updatedAt: Int
    ) {
        self.init(
            id: ID(id),
            name: Name(stored: name),
            sdkID: ProviderSDKID(stored: sdkID),
            baseURL: baseURL.map(BaseURL.init(stored:)),
            key: key.map {
                StoredKey(
                    ciphertext: $0,
                    hint: hint,
                    fingerprint: fingerprint ?? "",
                    setAt: Instant(secondsSince1970: keySetAt ?? 0)
                )
            },
            imageURL: imageURL.map(ImageURL.init(stored:)),
            isEnabled: isEnabled,
            version: version,
            createdAt: Instant(secondsSince1970: createdAt),
            updatedAt: Instant(secondsSince1970: updatedAt)
        )
    }

    static var all: SQL { "SELECT \(row) FROM providers ORDER BY name, id" }

    /// Those of these that there are.
    static func rows(_ ids: [ID<Provider>]) -> SQL {
        "SELECT \(row) FROM providers WHERE id = ANY (\(ids.map(\.number))) ORDER BY id"
    }

    /// The ids of rows that are still to be inserted.
    static func newIDs(_ count: Int) -> SQL {
        "SELECT nextval(pg_get_serial_sequence('providers', 'id')) FROM generate_series(1, \(count)) ORDER BY 1"
    }
}

extension Edit<Provider> {
    var statement: SQL {
        switch self {
        case .create(let provider):
            """
            INSERT INTO providers (\(Provider.row))
            OVERRIDING SYSTEM VALUE
            VALUES (
                \(provider.id.number), \(provider.name.text), \(provider.sdkID.text), \(provider.baseURL?.text as String?),
                \(provider.key?.ciphertext as [UInt8]?), \(provider.key?.hint as String?), \(provider.key?.fingerprint as String?),
                \(provider.key?.setAt.secondsSince1970 as Int?), \(provider.imageURL?.text as String?), \(provider.isEnabled),
                \(provider.version), \(provider.createdAt.secondsSince1970), \(provider.updatedAt.secondsSince1970)
            )
            """
        case .update(_, let provider):
            """
            UPDATE providers
            SET name = \(provider.name.text),
                provider_sdk_id = \(provider.sdkID.text),
                base_url = \(provider.baseURL?.text as String?),
                api_key = \(provider.key?.ciphertext as [UInt8]?),
                api_key_hint = \(provider.key?.hint as String?),
                api_key_fingerprint = \(provider.key?.fingerprint as String?),
                api_key_set_at = \(provider.key?.setAt.secondsSince1970 as Int?),
                image_url = \(provider.imageURL?.text as String?),
                is_enabled = \(provider.isEnabled),
                version = \(provider.version),
                updated_at = \(provider.updatedAt.secondsSince1970)
            WHERE id = \(provider.id.number)
            """
        case .delete(let provider):
            """
            DELETE FROM providers
            WHERE id = \(provider.id.number)
            """
        }
    }
}
