import OrderedCollections

extension Schema {
    /// A schema declared in Swift: everything that can be reached from the values behind its roots.
    ///
    ///     let schema = try Schema(query: Query(), mutation: Mutation())
    ///
    /// - Parameter directives: definitions of directives that the declarations apply, beyond the specified ones.
    /// - Throws: everything that is wrong with the declarations.
    public convenience init(
        description: String? = nil,
        query: any ObjectType,
        mutation: (any ObjectType)? = nil,
        subscription: (any ObjectType)? = nil,
        directives: [DirectiveDeclaration] = []
    ) throws(SchemaErrors) {
        var builder = SchemaBuilder()
        let query = builder.root(query)
        let mutation = mutation.map { builder.root($0) }
        let subscription = subscription.map { builder.root($0) }
        builder.define(directives)
        var roots = builder.metaFields()
        roots.query = query.plan
        roots.mutation = mutation?.plan
        roots.subscription = subscription?.plan
        roots.context = builder.context
        try self.init(
            freezing: builder,
            description: description,
            query: query.type,
            mutation: mutation?.type,
            subscription: subscription?.type,
            roots: roots
        )
        let problems = typeProblems
        guard problems.isEmpty else { throw SchemaErrors(problems.map { .invalid($0.sentence) }) }
    }
}

extension SchemaBuilder {
    /// A root's type, and the plan of its fields with the root's value inside.
    fileprivate mutating func root<Root: ObjectType>(_ value: Root) -> (type: TypeID, plan: Schema.Roots.PlanRoot) {
        (define(Root.object), { set, planner in RootPlan(value, planner.plan(Root.object, [set])) })
    }

    /// Adds what every schema has: the specified directives and introspection's types and meta-fields (section 4.1).
    mutating func metaFields() -> Schema.Roots {
        define(DirectiveDeclaration.specified)
        let root = IntrospectionRoot.object
        return Schema.Roots(
            typename: Schema.Field(
                name: "__typename",
                description: "The name of the object's type.",
                arguments: [:],
                type: String.reference(in: &self),
                deprecationReason: nil,
                directives: []
            ),
            // In declared order: types have their places from when they are first met.
            introspection: root.order.reduce(into: [:]) { fields, name in
                fields[name] = root.fields[name].map { field($0) }
            }
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
