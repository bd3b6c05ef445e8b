/// The declaration of an object type: its description and its fields.
public struct Object<Parent: ObjectType>: Sendable {
    let description: String?
    /// The interfaces' declarations, looked at when the schema is built: types may refer to each other in circles.
    let interfaces: @Sendable (inout SchemaBuilder) -> [TypeID]
    let fields: [String: Field<Parent>]
    let order: [String]

    public init<each Interface: AbstractType>(
        _ description: String? = nil,
        implements interfaces: repeat (each Interface).Type,
        @FieldsBuilder<Parent> fields: () -> [Field<Parent>]
    ) {
        let fields = fields()
        self.description = description
        self.interfaces = { builder in
            var ids: [TypeID] = []
            for interface in repeat each interfaces { ids.append(builder.define(interface.abstract)) }
            return ids
        }
        self.fields = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        // No key path here: in a context with a parameter pack the runtime cannot make one.
        order = fields.map { $0.name }
    }
}

/// Collects fields written one after the other.
@resultBuilder
public enum FieldsBuilder<Parent: ObjectType> {
    public static func buildExpression(_ field: Field<Parent>) -> [Field<Parent>] { [field] }
    /// Fields made elsewhere, which several types share.
    public static func buildExpression(_ fields: [Field<Parent>]) -> [Field<Parent>] { fields }
    public static func buildBlock(_ fields: [Field<Parent>]...) -> [Field<Parent>] { fields.flatMap(\.self) }
}
