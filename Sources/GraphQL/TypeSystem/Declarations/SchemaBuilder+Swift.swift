import OrderedCollections

/// How Swift declarations enter the table. Each is defined at its first mention; later mentions find it there.
extension SchemaBuilder {
    mutating func define<Parent>(_ object: Object<Parent>) -> TypeID {
        define(Parent.typeName, Parent.self, object.description) { builder in
            let interfaces = object.interfaces(&builder)
            let fields = object.order.compactMap { object.fields[$0] }
            if fields.contains(where: \.usesContext) { builder.use(context: Parent.Context.self, in: Parent.typeName) }
            if fields.count != Set(object.order).count {
                builder.report(.invalid("Type \"\(Parent.typeName)\" declares a field twice."))
            }
            return .object(
                Schema.FieldContainer(fields: builder.table(fields.map { builder.field($0) }), interfaces: interfaces)
            )
        }
    }

    mutating func define<Parent>(_ abstract: Abstract<Parent>) -> TypeID {
        define(Parent.typeName, Parent.self, abstract.description) { builder in
            let members = abstract.possible.map { $0.define(&builder) }
            guard let fields = abstract.fields else { return .union(Schema.Union(members: members)) }
            let table = fields.map { field in
                Schema.Field(
                    name: field.name,
                    description: field.description,
                    arguments: [:],
                    type: field.type(&builder),
                    deprecationReason: nil,
                    directives: []
                )
            }
            return .interface(Schema.FieldContainer(fields: builder.table(table), interfaces: []))
        }
    }

    mutating func define<Value: InputObjectType>(_ input: InputObject<Value>) -> TypeID {
        define(Value.typeName, Value.self, input.description) { builder in
            .inputObject(Schema.InputObject(fields: builder.inputValues(input.fields), isOneOf: input.isOneOf))
        }
    }

    mutating func define<Value: EnumType>(_ type: Value.Type) -> TypeID {
        define(Value.typeName, type, Value.description) { _ in
            let values = Value.allCases.map { value in
                (
                    value.rawValue,
                    Schema.EnumValue(name: value.rawValue, description: value.description, deprecationReason: nil)
                )
            }
            return .enumeration(
                Schema.Enumeration(values: OrderedDictionary(values, uniquingKeysWith: { first, _ in first }))
            )
        }
    }

    mutating func define<Value: ScalarType>(_ type: Value.Type) -> TypeID {
        let definition = Value.scalar
        if let builtIn = BuiltInScalar(rawValue: definition.name) { return self.builtIn(builtIn) }
        return define(definition.name, type, definition.description) { _ in
            .scalar(
                Schema.Scalar(specifiedByURL: definition.specifiedByURL) { value, _ throws(CoercionFailure) in
                    _ = try Value(coerced: value)
                    return value
                }
            )
        }
    }

    /// The place of a built-in scalar, which is in the table only where it is used (section 3.5).
    mutating func builtIn(_ scalar: BuiltInScalar) -> TypeReference {
        .named(builtIn(scalar))
    }

    private mutating func builtIn(_ scalar: BuiltInScalar) -> TypeID {
        define(scalar.rawValue, BuiltInScalar.self, scalar.description) { _ in .scalar(scalar.definition) }
    }

    /// - Parameter origin: the Swift type, so that two of them under one name are found.
    private mutating func define(
        _ name: String,
        _ origin: any Any.Type,
        _ description: String?,
        kind: (inout SchemaBuilder) -> NamedType.Kind
    ) -> TypeID {
        let (id, isNew) = reserve(name, origin: ObjectIdentifier(origin))
        if isNew { define(id, description: description, kind: kind(&self)) }
        return id
    }

    mutating func field<Parent>(_ field: Field<Parent>) -> Schema.Field {
        Schema.Field(
            name: field.name,
            description: field.description,
            arguments: inputValues(field.arguments),
            type: field.type(&self),
            deprecationReason: field.deprecationReason,
            directives: field.directives
        )
    }

    mutating func inputValues(_ arguments: [AnyArgument]) -> OrderedDictionary<String, Schema.InputValue> {
        var values: OrderedDictionary<String, Schema.InputValue> = [:]
        for argument in arguments {
            let value = Schema.InputValue(
                name: argument.name,
                description: argument.description,
                type: argument.type(&self),
                defaultValue: argument.defaultValue,
                defaultLiteral: argument.defaultValue?.written,
                deprecationReason: nil
            )
            if values.updateValue(value, forKey: argument.name) != nil {
                report(.invalid("\"\(argument.name)\" is declared twice beside itself."))
            }
        }
        return values
    }

    private func table(_ fields: [Schema.Field]) -> OrderedDictionary<String, Schema.Field> {
        OrderedDictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
