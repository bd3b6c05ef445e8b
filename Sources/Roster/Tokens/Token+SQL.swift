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

    /// Those of these that there are.
    static func rows(_ ids: [ID<Token>]) -> SQL {
        "SELECT \(row) FROM tokens WHERE id = ANY (\(ids.map(\.number))) ORDER BY id"
    }

    static func insertion(_ name: Name, _ role: Role, _ hash: TokenHash, hint: String, at now: Instant) -> SQL {
        """
        INSERT INTO tokens (name, role, hash, hint, created_at)
        VALUES (\(name.text), \(role), \(hash.bytes), \(hint), \(now.secondsSince1970))
        """
    }
}

extension Token {
    /// The ids of rows that are still to be inserted.
    static func newIDs(_ count: Int) -> SQL {
        "SELECT nextval(pg_get_serial_sequence('tokens', 'id')) FROM generate_series(1, \(count)) ORDER BY 1"
    }

    static func lastUse(of id: ID<Token>) -> SQL { "SELECT last_used_at FROM tokens WHERE id = \(id.number)" }
}

extension Edit<Token> {
    var statement: SQL {
        switch self {
        case .create(let token):
            """
            INSERT INTO tokens (\(Token.row))
            OVERRIDING SYSTEM VALUE
            VALUES (
                \(token.id.number), \(token.name.text), \(token.role), \(token.hash?.bytes), \(token.hint),
                \(token.createdAt.secondsSince1970), \(token.expiresAt?.secondsSince1970),
                \(token.revokedAt?.secondsSince1970)
            )
            """
        case .update(_, let token):
            "UPDATE tokens SET revoked_at = \(token.revokedAt?.secondsSince1970) WHERE id = \(token.id.number)"
        case .delete(let token):
            "DELETE FROM tokens WHERE id = \(token.id.number)"
        }
    }
}

extension Role: ColumnValue {}
