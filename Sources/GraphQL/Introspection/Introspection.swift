import OrderedCollections

/// What the query's root has besides its own fields (section 4.1). Not a type of its own: only its fields are used.
struct IntrospectionRoot: ObjectType {
    let schema: Schema

    static let object = Object<IntrospectionRoot> {
        Field("__schema", "The schema that the server speaks.") { IntrospectedSchema(schema: $0.schema) }
        Field("__type", "A type by its name, null where there is none.", Argument<String>("name")) {
            root, _, name -> IntrospectedType? in
            root.schema.type(named: name).map { IntrospectedType(.named($0.id), root.schema) }
        }
    }
}

/// `__Schema` (section 4.2.1).
struct IntrospectedSchema: ObjectType {
    let schema: Schema

    static let typeName = "__Schema"
    static let object = Object<IntrospectedSchema>("What a server can do: its types, its roots and its directives.") {
        Field("description") { $0.schema.description }
        Field("types", "All types of the schema.") { of in
            of.schema.types.map { IntrospectedType(.named($0.id), of.schema) }
        }
        Field("queryType", "Where queries begin.") { IntrospectedType(.named($0.schema.query), $0.schema) }
        Field("mutationType", "Where mutations begin, if there are any.") { of in
            of.schema.mutation.map { IntrospectedType(.named($0), of.schema) }
        }
        Field("subscriptionType", "Where subscriptions begin, if there are any.") { of in
            of.schema.subscription.map { IntrospectedType(.named($0), of.schema) }
        }
        Field("directives", "All directives of the schema.") { of in
            of.schema.directives.values.map { IntrospectedDirective(directive: $0, schema: of.schema) }
        }
    }
}

/// `__Field` (section 4.2.3).
struct IntrospectedField: ObjectType {
    let field: Schema.Field
    let schema: Schema

    static let typeName = "__Field"
    static let object = Object<IntrospectedField>("A field of an object or interface type.") {
        Field("name") { $0.field.name }
        Field("description") { $0.field.description }
        Field("args", "In declared order.", Argument<Bool>("includeDeprecated", default: false)) {
            of, _, includeDeprecated in
            IntrospectedInputValue.list(of.field.arguments.values, includeDeprecated, of.schema)
        }
        Field("type") { IntrospectedType($0.field.type, $0.schema) }
        Field("isDeprecated") { $0.field.deprecationReason != nil }
        Field("deprecationReason") { $0.field.deprecationReason }
    }
}

/// `__InputValue` (section 4.2.4).
struct IntrospectedInputValue: ObjectType {
    let value: Schema.InputValue
    let schema: Schema

    static let typeName = "__InputValue"
    static let object = Object<IntrospectedInputValue>("An argument, or a field of an input object.") {
        Field("name") { $0.value.name }
        Field("description") { $0.value.description }
        Field("type") { IntrospectedType($0.value.type, $0.schema) }
        Field("defaultValue", "The default as a document would write it, null where there is none.") {
            $0.value.defaultLiteral?.printed
        }
        Field("isDeprecated") { $0.value.deprecationReason != nil }
        Field("deprecationReason") { $0.value.deprecationReason }
    }

    static func list(
        _ values: some Sequence<Schema.InputValue>,
        _ includeDeprecated: Bool,
        _ schema: Schema
    ) -> [IntrospectedInputValue] {
        values.compactMap { value in
            guard includeDeprecated || value.deprecationReason == nil else { return nil }
            return IntrospectedInputValue(value: value, schema: schema)
        }
    }
}

/// `__EnumValue` (section 4.2.5).
struct IntrospectedEnumValue: ObjectType {
    let value: Schema.EnumValue

    static let typeName = "__EnumValue"
    static let object = Object<IntrospectedEnumValue>("One value of an enumeration.") {
        Field("name") { $0.value.name }
        Field("description") { $0.value.description }
        Field("isDeprecated") { $0.value.deprecationReason != nil }
        Field("deprecationReason") { $0.value.deprecationReason }
    }
}

/// `__Directive` (section 4.2.6).
struct IntrospectedDirective: ObjectType {
    let directive: Schema.Directive
    let schema: Schema

    static let typeName = "__Directive"
    static let object = Object<IntrospectedDirective>("A directive that documents or schemas may use.") {
        Field("name") { $0.directive.name }
        Field("description") { $0.directive.description }
        Field("isRepeatable") { $0.directive.isRepeatable }
        Field("locations") { $0.directive.locations }
        Field("args", "In declared order.", Argument<Bool>("includeDeprecated", default: false)) {
            of, _, includeDeprecated in
            IntrospectedInputValue.list(of.directive.arguments.values, includeDeprecated, of.schema)
        }
    }
}

/// `__DirectiveLocation` (section 4.2.6).
extension DirectiveLocation: EnumType {
    public static var typeName: String { "__DirectiveLocation" }
}
