import OrderedCollections

/// What arguments belong to (section 5.4).
enum ArgumentOwner {
    case field(Schema.Field, NamedType)
    case directive(Schema.Directive)

    var definitions: OrderedDictionary<String, Schema.InputValue> {
        switch self {
        case .field(let field, _): field.arguments
        case .directive(let directive): directive.arguments
        }
    }
}
