extension AST {
    /// `TypeSystemDefinition` and `TypeSystemExtension` (chapter 3); an extension is the same node with `isExtension`.
    public enum TypeSystemDefinition: Sendable, Hashable {
        case schema(SchemaDefinition)
        case type(TypeDefinition)
        case directive(DirectiveDefinition)
    }

    /// `schema { … }` or `extend schema …` (section 3.3).
    public struct SchemaDefinition: Sendable, Hashable {
        public var description: Description?
        public var isExtension: Bool
        public var directives: [Directive]
        public var operationTypes: [RootOperationTypeDefinition]
        public var location: Location

        public init(
            description: Description? = nil,
            isExtension: Bool = false,
            directives: [Directive] = [],
            operationTypes: [RootOperationTypeDefinition] = [],
            at location: Location
        ) {
            self.description = description
            self.isExtension = isExtension
            self.directives = directives
            self.operationTypes = operationTypes
            self.location = location
        }
    }

    /// `OperationType : NamedType` (section 3.3.1).
    public struct RootOperationTypeDefinition: Sendable, Hashable {
        public var operation: OperationType
        public var type: Name
        public var location: Location

        public init(operation: OperationType, type: Name, at location: Location) {
            self.operation = operation
            self.type = type
            self.location = location
        }
    }

    /// `TypeDefinition` or `TypeExtension` (section 3.4).
    public struct TypeDefinition: Sendable, Hashable {
        public var description: Description?
        public var isExtension: Bool
        public var name: Name
        public var directives: [Directive]
        public var kind: Kind
        /// Of the keyword (`type`, `extend`, …), not of the description.
        public var location: Location

        /// What distinguishes the six kinds of named type.
        public enum Kind: Sendable, Hashable {
            case scalar
            case object(interfaces: [Name], fields: [FieldDefinition])
            case interface(interfaces: [Name], fields: [FieldDefinition])
            case union(members: [Name])
            case `enum`(values: [EnumValueDefinition])
            case inputObject(fields: [InputValueDefinition])
        }
    }

    /// `FieldDefinition` (section 3.6).
    public struct FieldDefinition: Sendable, Hashable {
        public var name: Name
        public var description: Description?
        public var arguments: [InputValueDefinition]
        public var type: TypeReference
        public var directives: [Directive]
    }

    /// `InputValueDefinition`: an argument's or an input object field's (section 3.6.1).
    public struct InputValueDefinition: Sendable, Hashable {
        public var name: Name
        public var description: Description?
        public var type: TypeReference
        public var defaultValue: Value?
        public var directives: [Directive]
    }

    /// `EnumValueDefinition` (section 3.9).
    public struct EnumValueDefinition: Sendable, Hashable {
        public var name: Name
        public var description: Description?
        public var directives: [Directive]
    }

    /// `DirectiveDefinition` (section 3.13).
    public struct DirectiveDefinition: Sendable, Hashable {
        public var description: Description?
        public var name: Name
        public var arguments: [InputValueDefinition]
        public var isRepeatable: Bool
        public var locations: [Name]
        public var location: Location

        public init(
            description: Description? = nil,
            name: Name,
            arguments: [InputValueDefinition] = [],
            isRepeatable: Bool = false,
            locations: [Name],
            at location: Location
        ) {
            self.description = description
            self.name = name
            self.arguments = arguments
            self.isRepeatable = isRepeatable
            self.locations = locations
            self.location = location
        }
    }
}
