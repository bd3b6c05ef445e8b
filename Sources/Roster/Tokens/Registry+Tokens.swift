import Postgres
import Synchronization
package import Vault

extension Registry {
    /// Makes a token for the administrator if there is none: on the first start, and where all have expired.
    ///
    /// On the first start it is no change: the registry begins at version 0.
    ///
    /// - Parameter keep: gets the token before it counts, so that none is lost; where it throws, none is made.
    /// - Returns: the token, which is shown this once; nil where there is one already.
    package func createAdministrator(
        keeping keep: @Sendable (AccessToken) throws -> Void = { _ in }
    ) async throws -> AccessToken? {
        do {
            let (created, tokens) = try await pool.transaction { connection in
                let head = try await Head.read(on: connection, locking: true)
                let tokens = try await connection.query(Token.all, as: Token.row)
                guard tokens.isEmpty else { return (AccessToken?.none, tokens) }
                let token = try AccessToken.random()
                let name = try Name("administrator")
                try await connection.execute(
                    Token.insertion(name, .admin, try token.hash, hint: token.hint, at: head.now))
                let made = try await connection.query(Token.all, as: Token.row)
                try keep(token)
                return (token, made)
            }
            // Another server may have made it after this one had read the tables.
            publish(tokens: TokenBook(sorted: tokens))
            guard created == nil, !tokens.contains(where: { $0.role == .admin && $0.isValid(at: .now) }) else {
                return created
            }
            let start = Viewer(name: "server start", role: .admin)
            return try await mutate(as: start) { transaction in
                let input = CreateTokenInput(name: "administrator", role: .admin)
                let token = try await transaction.createToken(input).secret
                try keep(token)
                return token
            }
        } catch {
            throw RegistryError.translating(error)
        }
    }

    /// Whoever holds a token; nil where it is unknown, expired or revoked.
    package func viewer(presenting token: AccessToken) throws(VaultError) -> Viewer? {
        viewer(holding: try token.hash)
    }

    /// Whoever holds the token with that digest; nil as above.
    package func viewer(holding hash: TokenHash) -> Viewer? {
        let now = Instant.now
        let viewer = snapshot.tokens.viewer(holding: hash, at: now)
        if let token = viewer?.token { tokenUses.withLock { $0.note(token, at: now) } }
        return viewer
    }

    /// Whether a viewer may go on as it is: false once its token is revoked, expired, or of another role.
    ///
    /// It costs two lookups in memory. Whoever keeps a connection open asks it at every publication.
    package func isCurrent(_ viewer: Viewer) -> Bool {
        snapshot.tokens.isCurrent(viewer, at: .now)
    }
}
