import OrderedCollections

/// A document's type system definitions, each type with its extensions.
struct TypeSystemDocument {
    /// Nil where the root types have their usual names and nothing more is said (section 3.3.1).
    private(set) var schema: AST.SchemaDefinition?
    private(set) var schemaExtensions: [AST.SchemaDefinition] = []
    /// By name and in the document's order; of several with one name the first.
    private(set) var types: OrderedDictionary<String, ExtendedType> = [:]
    private(set) var directives: OrderedDictionary<String, AST.DirectiveDefinition> = [:]
    let source: AST.Document

    init(_ document: AST.Document) {
        source = document
        var extensions: [AST.TypeDefinition] = []
        for case .typeSystem(let definition) in document.definitions {
            switch definition {
            case .schema(let definition) where definition.isExtension: schemaExtensions.append(definition)
            case .schema(let definition): schema = schema ?? definition
            case .type(let type) where type.isExtension: extensions.append(type)
            case .type(let type):
                if types[type.name.value] == nil { types[type.name.value] = ExtendedType(type) }
            case .directive(let directive):
                if directives[directive.name.value] == nil { directives[directive.name.value] = directive }
            }
        }
        for type in extensions { types[type.name.value]?.extend(by: type) }
    }

    /// The name of a root type: declared, or usual where no schema is declared and such a type is.
    func root(_ operation: AST.OperationType) -> String? {
        let declared = ([schema].compactMap(\.self) + schemaExtensions)
            .flatMap(\.operationTypes)
            .first { $0.operation == operation }
        if let declared { return declared.type.value }
        return usualRoot(operation)?.definition.name.value
    }

    /// The type that is a root by its name, which none is where a schema is defined.
    func usualRoot(_ operation: AST.OperationType) -> ExtendedType? {
        guard schema == nil else { return nil }
        return types[operation.usualRoot]
    }

    /// Whether a type of this name can be referred to.
    func knows(_ name: String) -> Bool {
        types[name] != nil || BuiltInScalar(rawValue: name) != nil
    }
}

/// A type with all that its extensions add.
struct ExtendedType {
    let definition: AST.TypeDefinition
    private(set) var directives: [AST.Directive]
    private(set) var interfaces: [AST.Name] = []
    private(set) var fields: [AST.FieldDefinition] = []
    private(set) var members: [AST.Name] = []
    private(set) var values: [AST.EnumValueDefinition] = []
    private(set) var inputFields: [AST.InputValueDefinition] = []

    init(_ definition: AST.TypeDefinition) {
        self.definition = definition
        directives = definition.directives
        add(definition.kind)
    }

    /// Extensions of another kind add nothing; `ExtensionTargets` reports them.
    mutating func extend(by type: AST.TypeDefinition) {
        guard type.kind.noun == definition.kind.noun else { return }
        directives += type.directives
        add(type.kind)
    }

    private mutating func add(_ kind: AST.TypeDefinition.Kind) {
        switch kind {
        case .scalar: break
        case .object(let interfaces, let fields), .interface(let interfaces, let fields):
            self.interfaces += interfaces
            self.fields += fields
        case .union(let members): self.members += members
        case .enum(let values): self.values += values
        case .inputObject(let fields): inputFields += fields
        }
    }
}

extension AST.TypeDefinition.Kind {
    /// What messages call it.
    var noun: String {
        switch self {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enum: "enum"
        case .inputObject: "input object"
        }
    }
}
