import OrderedCollections

extension Schema {
    /// A schema declared in Swift: everything that can be reached from the values behind its roots.
    ///
    ///     let schema = try Schema(query: Query(), mutation: Mutation())
    ///
    /// - Parameter directives: definitions of directives that the declarations apply, beyond the specified ones.
    /// - Throws: everything that is wrong with the declarations.
    public convenience init<Query: ObjectType>(
        description: String? = nil,
        query: Query,
        directives: [DirectiveDeclaration] = []
    ) throws(SchemaErrors) {
        var builder = SchemaBuilder()
        let queryType = builder.define(Query.object)
        builder.define(directives)
        var roots = builder.metaFields()
        roots.query = Self.root(query)
        roots.context = builder.context
        try self.init(freezing: builder, description: description, query: queryType, roots: roots)
    }

    public convenience init<Query: ObjectType, Mutation: ObjectType>(
        description: String? = nil,
        query: Query,
        mutation: Mutation,
        directives: [DirectiveDeclaration] = []
    ) throws(SchemaErrors) {
        var builder = SchemaBuilder()
        let queryType = builder.define(Query.object)
        let mutationType = builder.define(Mutation.object)
        builder.define(directives)
        var roots = builder.metaFields()
        roots.query = Self.root(query)
        roots.mutation = Self.root(mutation)
        roots.context = builder.context
        try self.init(
            freezing: builder,
            description: description,
            query: queryType,
            mutation: mutationType,
            roots: roots
        )
    }

    /// The plan of an operation's root fields, with the root's value inside.
    static func root<Root: ObjectType>(_ value: Root) -> Roots.PlanRoot {
        { set, planner in RootPlan(value, planner.plan(Root.object, [set])) }
    }
}

extension SchemaBuilder {
    /// Adds what every schema has: the specified directives and introspection's types and meta-fields (section 4.1).
    mutating func metaFields() -> Schema.Roots {
        define(DirectiveDeclaration.specified)
        let fields = IntrospectionRoot.object.fields
        return Schema.Roots(
            typename: Schema.Field(
                name: "__typename",
                description: "The name of the object's type.",
                arguments: [:],
                type: String.reference(in: &self),
                deprecationReason: nil,
                directives: []
            ),
            introspection: fields.mapValues { field($0) }
        )
    }

    mutating func define(_ directives: [DirectiveDeclaration]) {
        for directive in directives {
            let arguments = inputValues(directive.arguments)
            define(
                Schema.Directive(
                    name: directive.name,
                    description: directive.description,
                    arguments: arguments,
                    isRepeatable: directive.isRepeatable,
                    locations: directive.locations
                )
            )
        }
    }
}
