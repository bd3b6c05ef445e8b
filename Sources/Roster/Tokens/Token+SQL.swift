import Postgres
import Vault

extension Token {
    static let row = RowDefinition(
        "id", "name", "role", "hash", "hint", "created_at", "expires_at", "revoked_at",
        make: {
            (
                id: Int, name: String, role: Role, hash: [UInt8], hint: String, createdAt: Int, expiresAt: Int?,
                revokedAt: Int?
            ) in
            Token(
                id: ID(id),
                name: Name(stored: name),
                role: role,
                hash: TokenHash(bytes: hash),
                hint: hint,
                createdAt: Instant(secondsSince1970: createdAt),
                expiresAt: expiresAt.map(Instant.init(secondsSince1970:)),
                revokedAt: revokedAt.map(Instant.init(secondsSince1970:))
            )
        }
    )

    static var all: SQL { "SELECT \(row) FROM tokens ORDER BY id" }

    static func insertion(_ name: Name, _ role: Role, _ hash: TokenHash, hint: String, at now: Instant) -> SQL {
        """
        INSERT INTO tokens (name, role, hash, hint, created_at)
        VALUES (\(name.text), \(role), \(hash.bytes), \(hint), \(now.secondsSince1970))
        """
    }
}

extension Role: ColumnValue {}
