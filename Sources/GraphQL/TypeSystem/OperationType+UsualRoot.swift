extension AST.OperationType {
    /// The name that a root type has where nothing else is said: "default root operation type names" (section 3.3.1).
    var usualRoot: String {
        switch self {
        case .query: "Query"
        case .mutation: "Mutation"
        case .subscription: "Subscription"
        }
    }
}
