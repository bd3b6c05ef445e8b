package import Postgres
package import Vault

/// Whether a keyring opens what a database holds, found out before anything is written.
package enum MasterKeyCheck {
    /// Looks into a database, which may still be empty or of an older schema.
    ///
    /// A ciphertext whose key id was never one of this database's master keys is a damaged row: it is shown as
    /// unreadable, and does not keep the server from starting.
    ///
    /// - Throws: `RegistryError.wrongMasterKey`.
    package static func run(on pool: Pool, keyring: Keyring) async throws {
        let counts = try await pool.withConnection { connection -> [KeyID: Int] in
            let exists = try await connection.query(
                "SELECT to_regclass('providers') IS NOT NULL AND to_regclass('master_keys') IS NOT NULL", as: Bool.self)
            guard exists == [true] else { return [:] }
            let known = try await connection.query(
                "SELECT fingerprint FROM master_keys ORDER BY fingerprint", as: String.self)
            let keys = try await connection.query(
                "SELECT api_key FROM providers WHERE api_key IS NOT NULL ORDER BY id", as: [UInt8].self)
            return counted(keys, knowing: Set(known.compactMap(KeyID.init(fingerprint:))))
        }
        let check = KeyCheck(stored: counts, keyring: keyring)
        guard check == .ok else { throw RegistryError.wrongMasterKey(check) }
    }

    /// How many ciphertexts need each master key.
    static func counted(_ ciphertexts: [[UInt8]], knowing known: Set<KeyID>) -> [KeyID: Int] {
        let ids = ciphertexts.compactMap { try? CiphertextHeader(parsing: $0).key }
        return Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +).filter { known.isEmpty || known.contains($0.key) }
    }

    /// Remembers that a master key is in use here.
    static func record(_ key: KeyID, at now: Instant) -> SQL {
        """
        INSERT INTO master_keys (fingerprint, first_used_at)
        VALUES (\(key.fingerprint), \(now.secondsSince1970))
        ON CONFLICT (fingerprint) DO NOTHING
        """
    }
}
