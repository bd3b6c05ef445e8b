import Postgres
import Synchronization

extension Registry {
    /// Tokens with their last use, on whichever server that was; while the database is away, as far as known here.
    func entries(of tokens: TokenBook) async throws -> [TokenEntry] {
        var saved: [ID<Token>: Instant] = [:]
        do {
            let uses = try await read { connection in try await connection.query(TokenUse.all, as: TokenUse.row) }
            saved = Dictionary(uses.map { ($0.token, $0.at) }, uniquingKeysWith: max)
        } catch RegistryError.unavailable {}
        return tokens.all.map { entry(of: $0, lastUsedAt: saved[$0.id]) }
    }

    /// - Parameter saved: the last use that is written down.
    func entry(of token: Token, lastUsedAt saved: Instant?) -> TokenEntry {
        let uses = [saved, tokenUses.withLock { $0[token.id] }]
        return TokenEntry(token: token, lastUsedAt: uses.compactMap(\.self).max())
    }

    /// Writes down when tokens were last used, with one statement, if any was.
    func saveTokenUses() async throws {
        let uses = tokenUses.withLock { $0.takeUnsaved() }
        guard !uses.isEmpty else { return }
        do {
            try await read { connection in _ = try await connection.execute(TokenUse.update(uses)) }
        } catch {
            tokenUses.withLock { $0.putBack(uses.map(\.id)) }
            throw error
        }
    }
}

/// That a token was used.
private struct TokenUse: Sendable {
    let token: ID<Token>
    let at: Instant

    static let row = RowDefinition(
        "id", "last_used_at",
        make: { (id: Int, at: Int) in TokenUse(token: ID(id), at: Instant(secondsSince1970: at)) }
    )

    static var all: SQL { "SELECT \(row) FROM tokens WHERE last_used_at IS NOT NULL ORDER BY id" }

    static func update(_ uses: [(id: ID<Token>, at: Instant)]) -> SQL {
        """
        UPDATE tokens
        SET last_used_at = greatest(last_used_at, used.at)
        FROM unnest(\(uses.map(\.id.number)), \(uses.map(\.at.secondsSince1970))) AS used (id, at)
        WHERE tokens.id = used.id
        """
    }
}
