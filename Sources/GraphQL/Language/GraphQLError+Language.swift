extension GraphQLError {
    /// A text that is not in the language, in the customary wording `Syntax Error: …`.
    static func syntax(_ message: String, at location: Location) -> GraphQLError {
        GraphQLError("Syntax Error: \(message)", code: .parseFailed, at: [location])
    }

    /// A text that would cost more than `Limits` allows. `name` is the property's name there.
    static func limitExceeded(_ name: String, _ value: Int, at locations: [Location] = []) -> GraphQLError {
        GraphQLError("The document exceeds the limit `\(name)` of \(value).", code: .limitExceeded, at: locations)
    }
}
