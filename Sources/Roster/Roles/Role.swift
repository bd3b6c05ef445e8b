/// What a caller may do; each role may do all that the roles before it may.
package enum Role: String, CaseIterable, Sendable {
    /// Reads the registry: what a model picker shows.
    case viewer = "VIEWER"
    /// Also talks to models through the gateway.
    case member = "MEMBER"
    /// Also reads and changes providers and models.
    case editor = "EDITOR"
    /// Also manages access tokens.
    case admin = "ADMIN"
}

extension Role: Comparable {
    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .member: 1
        case .editor: 2
        case .admin: 3
        }
    }
}
