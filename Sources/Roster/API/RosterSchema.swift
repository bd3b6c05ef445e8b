package import GraphQL

/// The schema that Roster answers by, declared in Swift beside each noun.
package enum RosterSchema {
    private static let built = Result { () throws(SchemaErrors) in
        try Schema(query: Query(), mutation: Mutation(), subscription: Subscription(), directives: [Role.directive])
    }

    /// - Throws: what is wrong with the declarations; a test sees to it that nothing is.
    package static var schema: Schema {
        get throws(SchemaErrors) { try built.get() }
    }

    /// The schema in the schema definition language, as it is checked in at `schema/schema.graphql`.
    package static var text: String {
        get throws(SchemaErrors) { try schema.sdl + "\n" }
    }
}
