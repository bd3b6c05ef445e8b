import Vault

extension RegistryTransaction {
    /// Makes a token, whose secret is in the answer and nowhere else.
    package func createToken(_ input: CreateTokenInput) async throws -> NewToken {
        let id = try await newID(Token.newIDs(1))
        let secret = try AccessToken.random()
        let token = try await step { try $0.createToken(input, secret, id: ID(id)) }
        return NewToken(secret: secret, token: token)
    }

    package func revokeToken(_ id: ID<Token>) async throws -> Token {
        try await step { try $0.revokeToken(id) }
    }

    /// When a token was last used, as far as it has been written down.
    func lastUse(of id: ID<Token>) async throws -> Instant? {
        try await query(Token.lastUse(of: id), as: Int?.self).first.flatMap(\.self).map(Instant.init(secondsSince1970:))
    }
}
