import Postgres
package import Vault

extension Registry {
    /// Makes the administrator's token if there is no token at all: on the first start.
    ///
    /// - Returns: the token, which is shown this once; nil where there are tokens already.
    package func createAdministrator() async throws -> AccessToken? {
        do {
            let created = try await pool.transaction { connection -> (AccessToken, Stored)? in
                let head = try await Head.read(on: connection, locking: true)
                let count = try await connection.query("SELECT count(*) FROM tokens", as: Int.self)
                guard count == [0] else { return nil }
                let token = try AccessToken.random()
                let name = try Name("administrator")
                try await connection.execute(
                    Token.insertion(name, .admin, try token.hash, hint: token.hint, at: head.now))
                return (token, try await Stored(on: connection, version: head.version))
            }
            guard let (token, stored) = created else { return nil }
            publish(stored)
            return token
        } catch {
            throw RegistryError.translating(error)
        }
    }
}
