/// Something in a schema that can be wrong (section 2.14, and the schema itself).
enum Coordinate: Hashable {
    case schema
    case type(String)
    /// A field, an input field or an enum value.
    case member(String, String)
    case argument(String, String, String)
    case directive(String)
    case directiveArgument(String, String)

    /// As people write it; nothing for the schema.
    var spelling: String {
        switch self {
        case .schema: ""
        case .type(let type): type
        case .member(let type, let name): "\(type).\(name)"
        case .argument(let type, let field, let name): "\(type).\(field)(\(name):)"
        case .directive(let name): "@\(name)"
        case .directiveArgument(let directive, let name): "@\(directive)(\(name):)"
        }
    }
}

/// A breach of a rule under "type validation" in chapter 3.
struct TypeProblem: Hashable {
    let coordinate: Coordinate
    /// Names the coordinate.
    let sentence: String
}
