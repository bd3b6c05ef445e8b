import Vault

extension Draft {
    /// - Throws: `Refusals` for a bad name or an expiry that has passed, `VaultError` if the secret has no digest.
    mutating func createToken(_ input: CreateTokenInput, _ secret: AccessToken, id: ID<Token>) throws -> Token {
        var findings = Findings()
        let name = findings.read(at: "input.name") { () throws(TextFault) in try Name(input.name) }
        if let expiry = input.expiresAt, expiry <= now { findings.add(.expiryPassed, at: "input.expiresAt") }
        try findings.check()
        guard let name else { throw findings.all }
        let token = Token(
            id: id,
            name: name,
            role: input.role,
            hash: try secret.hash,
            hint: secret.hint,
            createdAt: now,
            expiresAt: input.expiresAt,
            revokedAt: nil
        )
        apply([.token(.create(token))])
        return token
    }

    /// A token that is already revoked stays as it is.
    ///
    /// - Throws: `notFound`, and `administratorRequired` for the last token that may manage tokens.
    mutating func revokeToken(_ id: ID<Token>) throws(Refusals) -> Token {
        guard let token = snapshot.tokens[id] else { throw Refusals(.notFound(.token), at: "id") }
        guard token.revokedAt == nil else { return token }
        let administrators = snapshot.tokens.all.filter { $0.role == .admin && $0.isValid(at: now) }
        guard administrators.map(\.id) != [id] else { throw Refusals(.administratorRequired, at: "id") }
        var revoked = token
        revoked.revokedAt = now
        apply([.token(.update(from: token, to: revoked))])
        return revoked
    }
}
