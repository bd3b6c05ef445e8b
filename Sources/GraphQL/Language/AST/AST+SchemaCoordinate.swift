extension AST {
    /// `SchemaCoordinate` (section 2.14): a name for one thing in a schema.
    public enum SchemaCoordinate: Sendable, Hashable {
        /// `Name`
        case type(Name)
        /// `Name.name`: a field, an input field or an enum value.
        case member(type: Name, name: Name)
        /// `Name.name(argument:)`
        case argument(type: Name, field: Name, name: Name)
        /// `@name`
        case directive(Name)
        /// `@name(argument:)`
        case directiveArgument(directive: Name, name: Name)
    }
}
