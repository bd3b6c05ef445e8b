import OrderedCollections

/// `__Type` (section 4.2.2): a named type, or a list or non-null type around one.
struct IntrospectedType: ObjectType {
    let reference: TypeReference
    let schema: Schema

    init(_ reference: TypeReference, _ schema: Schema) {
        self.reference = reference
        self.schema = schema
    }

    /// Nil for wrapping types.
    private var named: NamedType? {
        if case .named(let id) = reference { schema[id] } else { nil }
    }

    static let typeName = "__Type"
    static let object = Object<IntrospectedType>("A type of any kind; which fields have a value depends on the kind.") {
        Field("kind") { $0.kind }
        Field("name") { $0.named?.name }
        Field("description") { $0.named?.description }
        Field("specifiedByURL", "Scalars only.") { $0.specifiedByURL }
        Field("fields", "Objects and interfaces only.", includeDeprecated) { $0.fields($2) }
        Field("interfaces", "Objects and interfaces only.") { $0.interfaces }
        Field("possibleTypes", "Interfaces and unions only.") { $0.possibleTypes }
        Field("enumValues", "Enumerations only.", includeDeprecated) { $0.enumValues($2) }
        Field("inputFields", "Input objects only.", includeDeprecated) { $0.inputFields($2) }
        Field("ofType", "Lists and non-null types only.") { $0.ofType }
        Field("isOneOf", "Input objects only.") { $0.isOneOf }
    }

    private static let includeDeprecated = Argument<Bool>("includeDeprecated", default: false)

    private var kind: TypeKind {
        switch reference {
        case .list: .list
        case .nonNull: .nonNull
        case .named(let id):
            switch schema[id].kind {
            case .scalar: .scalar
            case .object: .object
            case .interface: .interface
            case .union: .union
            case .enumeration: .enum
            case .inputObject: .inputObject
            }
        }
    }

    private var specifiedByURL: String? {
        if case .scalar(let scalar) = named?.kind { scalar.specifiedByURL } else { nil }
    }

    private func fields(_ includeDeprecated: Bool) -> [IntrospectedField]? {
        guard let named, named.isComposite, !named.fields.isEmpty else { return nil }
        return named.fields.values.compactMap { field in
            guard includeDeprecated || field.deprecationReason == nil else { return nil }
            return IntrospectedField(field: field, schema: schema)
        }
    }

    private var interfaces: [IntrospectedType]? {
        switch named?.kind {
        case .object(let container), .interface(let container): types(container.interfaces)
        default: nil
        }
    }

    private var possibleTypes: [IntrospectedType]? {
        guard let named, named.isAbstract else { return nil }
        return types(schema.possibleTypes(of: named.id))
    }

    private func types(_ ids: [TypeID]) -> [IntrospectedType] {
        ids.map { IntrospectedType(.named($0), schema) }
    }

    private func enumValues(_ includeDeprecated: Bool) -> [IntrospectedEnumValue]? {
        guard case .enumeration(let enumeration) = named?.kind else { return nil }
        return enumeration.values.values.compactMap { value in
            guard includeDeprecated || value.deprecationReason == nil else { return nil }
            return IntrospectedEnumValue(value: value)
        }
    }

    private func inputFields(_ includeDeprecated: Bool) -> [IntrospectedInputValue]? {
        guard case .inputObject(let input) = named?.kind else { return nil }
        return IntrospectedInputValue.list(input.fields.values, includeDeprecated, schema)
    }

    private var ofType: IntrospectedType? {
        switch reference {
        case .named: nil
        case .list(let type), .nonNull(let type): IntrospectedType(type, schema)
        }
    }

    private var isOneOf: Bool? {
        if case .inputObject(let input) = named?.kind { input.isOneOf } else { nil }
    }
}

/// `__TypeKind` (section 4.2.2).
enum TypeKind: String, EnumType {
    case scalar = "SCALAR"
    case object = "OBJECT"
    case interface = "INTERFACE"
    case union = "UNION"
    case `enum` = "ENUM"
    case inputObject = "INPUT_OBJECT"
    case list = "LIST"
    case nonNull = "NON_NULL"

    static let typeName = "__TypeKind"
}
