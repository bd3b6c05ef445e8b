package import GraphQL

/// A token to be made, as a caller describes it; nothing in it has been checked.
package struct CreateTokenInput: InputObjectType {
    package let name: String
    package let role: Role
    package let expiresAt: Instant?

    package init(name: String, role: Role, expiresAt: Instant? = nil) {
        self.name = name
        self.role = role
        self.expiresAt = expiresAt
    }

    package static let input = InputObject<CreateTokenInput>(
        "An access token to be made.",
        Argument("name", "Who or what will use it: 1 to 255 characters. The history says it of every change."),
        Argument("role", "What it may do."),
        Argument("expiresAt", "When it stops working; null for never."),
        make: CreateTokenInput.init(name:role:expiresAt:)
    )
}
