package import GraphQL
import OrderedCollections

extension Role: EnumType {
    package static let description: String? =
        "Least to most powerful. Each role may do all that the roles before it may."

    package var description: String? {
        switch self {
        case .viewer: "Reads the registry: what a model picker shows."
        case .member: "Also talks to models through the /v1 gateway."
        case .editor: "Also reads and changes providers and models."
        case .admin: "Also manages access tokens."
        }
    }
}

extension Role {
    /// `@requires(role: …)`
    static let directive = DirectiveDeclaration(
        "requires",
        "Who may select this field.",
        Argument<Role>("role", "The least role that may."),
        on: [.fieldDefinition]
    )

    /// The role that a directive on a field asks for.
    init?(requiredBy directive: Schema.AppliedDirective) {
        guard directive.name == "requires", case .enum(let name) = directive.arguments["role"] else { return nil }
        self.init(rawValue: name)
    }
}

extension Field {
    /// The same field for callers of at least that role.
    func requires(_ role: Role) -> Field {
        directive("requires", "role", .enum(role.rawValue))
    }
}

extension Viewer: ObjectType {
    package static let object = Object<Viewer>("Who is asking.") {
        Field("name", "The name of the token, or \"anonymous\".") { $0.name }
        Field("role", "Null for a caller who may do nothing.") { $0.role }
        Field("tokenId", "The token that was shown, for example `token_12`; null where there was none.") { $0.token }
    }
}
