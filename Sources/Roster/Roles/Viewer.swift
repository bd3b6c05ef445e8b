/// Who is asking.
package struct Viewer: Hashable, Sendable {
    /// How a change says who made it.
    package let name: String
    /// Nil for a stranger without any rights.
    package let role: Role?
    /// The token that was shown; nil where there was none.
    package let token: ID<Token>?
    /// Whether a token stands behind it: what is refused to it is forbidden rather than a matter of signing in.
    package let isAuthenticated: Bool

    /// Someone who showed a token.
    package init(name: String, role: Role, token: ID<Token>? = nil) {
        self.name = name
        self.role = role
        self.token = token
        isAuthenticated = true
    }

    private init(anonymousWith role: Role?) {
        name = "anonymous"
        self.role = role
        token = nil
        isAuthenticated = false
    }

    /// Someone who showed no token, with the role that the server gives to everyone, if any.
    package static func anonymous(role: Role? = nil) -> Viewer {
        Viewer(anonymousWith: role)
    }

    /// Whether that role is within this viewer's.
    package func may(_ required: Role) -> Bool {
        role.map { $0 >= required } ?? false
    }
}
