package import GraphQL
package import Vault

/// A token as those who manage them see it.
struct TokenEntry: ObjectType {
    typealias Context = APIContext

    let token: Token
    let lastUsedAt: Instant?

    static let typeName = "Token"

    static let object = Object<TokenEntry>("An access token. Its secret cannot be read back.") {
        Field("id", "Its id, for example `token_12`.") { $0.token.id }
        Field("name", "Who or what uses it. The history says it of every change.") { $0.token.name.text }
        Field("role", "What it may do.") { $0.token.role }
        Field("hint", "The last four characters of its secret.") { $0.token.hint }
        Field("createdAt", "When it was made.") { $0.token.createdAt }
        Field("lastUsedAt", "When it was last shown, to the minute; null for never.") { $0.lastUsedAt }
        Field("expiresAt", "When it stops working; null for never.") { $0.token.expiresAt }
        Field("revokedAt", "When it was revoked; null if it was not.") { $0.token.revokedAt }
    }
}

/// A token that was just made, with its secret.
package struct NewToken: ObjectType {
    package typealias Context = APIContext

    package let secret: AccessToken
    package let token: Token

    package static let object = Object<NewToken>("A token that was just made.") {
        Field("secret", "What its user shows, as `Authorization: Bearer …`. It is shown this once.") { new in
            new.secret.secret.withText { $0 }
        }
        Field("token", "Everything else about it.") { TokenEntry(token: $0.token, lastUsedAt: nil) }
    }
}

extension Query {
    @FieldsBuilder<Query> static var tokenFields: [Field<Query>] {
        Field.asynchronous("tokens", "All access tokens that were ever made, oldest first.") {
            (_: Query, context) -> [TokenEntry] in
            try await context.registry.entries(of: context.snapshot.tokens)
        }.requires(.admin)
    }
}

extension Mutation {
    @FieldsBuilder<Mutation> static var tokenFields: [Field<Mutation>] {
        Field.asynchronous(
            "createToken", "Makes an access token.", Argument<CreateTokenInput>("input", "What to make.")
        ) { _, context, input in
            try await context.transaction.createToken(input)
        }.requires(.admin)
        Field.asynchronous(
            "revokeToken",
            "Ends a token: every server refuses it from then on. The last token with the role ADMIN cannot be revoked.",
            Argument<GlobalID>("id", "Which token.")
        ) { _, context, id -> TokenEntry in
            guard let id = ID<Token>(id.text) else { throw Refusals(.notFound(.token), at: "id") }
            let transaction = try context.transaction
            let token = try await transaction.revokeToken(id)
            return try await context.registry.entry(of: token, lastUsedAt: transaction.lastUse(of: id))
        }.requires(.admin)
    }
}
