/// An operation after the walk.
struct WalkedOperation {
    let definition: AST.OperationDefinition
    /// Nil where the schema has no such root.
    let root: NamedType?
    let footprint: Footprint
}
