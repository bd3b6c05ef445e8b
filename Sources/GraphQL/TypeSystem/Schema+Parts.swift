public import OrderedCollections

extension Schema {
    /// A field of an object or interface type (section 3.6). A class because plans share it by identity.
    public final class Field: Sendable {
        public let name: String
        public let description: String?
        public let arguments: OrderedDictionary<String, InputValue>
        public let type: TypeReference
        /// Why not to use it any more; nil while it is current.
        public let deprecationReason: String?
        /// Directives that stand on the definition, `@deprecated` not among them.
        public let directives: [AppliedDirective]

        init(
            name: String,
            description: String?,
            arguments: OrderedDictionary<String, InputValue>,
            type: TypeReference,
            deprecationReason: String?,
            directives: [AppliedDirective]
        ) {
            self.name = name
            self.description = description
            self.arguments = arguments
            self.type = type
            self.deprecationReason = deprecationReason
            self.directives = directives
        }
    }

    /// What object and interface types have.
    public struct FieldContainer: Sendable {
        public let fields: OrderedDictionary<String, Field>
        /// All of them, those that its interfaces implement included, as the specification has it declared.
        public let interfaces: [TypeID]
    }

    /// A union's members (section 3.8).
    public struct Union: Sendable {
        public let members: [TypeID]
    }

    /// An argument, or a field of an input object (section 3.6.1).
    public struct InputValue: Sendable {
        public let name: String
        public let description: String?
        public let type: TypeReference
        /// As declared; nil where there is none, `.null` where null is the default.
        public let defaultValue: CoercedValue?
        /// The default with the spelling of its definition, for introspection and printing.
        let defaultLiteral: AST.Value?
        public let deprecationReason: String?

        /// Whether a caller must give it: non-null and without a default (section 5.4.3).
        public var isRequired: Bool { type.isNonNull && defaultValue == nil }
    }

    /// An input object's fields (section 3.10).
    public struct InputObject: Sendable {
        public let fields: OrderedDictionary<String, InputValue>
        /// Whether exactly one field must be given, and not null (section 3.10.1).
        public let isOneOf: Bool
    }

    /// An enumeration's values (section 3.9).
    public struct Enumeration: Sendable {
        public let values: OrderedDictionary<String, EnumValue>
    }

    public struct EnumValue: Sendable {
        public let name: String
        public let description: String?
        public let deprecationReason: String?
    }

    /// A scalar's input coercion (section 3.5).
    public struct Scalar: Sendable {
        public let specifiedByURL: String?
        /// Checks and normalises a leaf, a list or an object as a caller wrote it. Never called with null.
        public let coerceInput: @Sendable (CoercedValue, InputSource) throws(CoercionFailure) -> CoercedValue
    }

    /// The definition of a directive (section 3.13).
    public struct Directive: Sendable {
        public let name: String
        public let description: String?
        public let arguments: OrderedDictionary<String, InputValue>
        public let isRepeatable: Bool
        public let locations: [DirectiveLocation]
    }

    /// A directive as it stands on a definition.
    public struct AppliedDirective: Sendable, Hashable {
        public let name: String
        public let arguments: OrderedDictionary<String, CoercedValue>

        public init(_ name: String, _ arguments: OrderedDictionary<String, CoercedValue> = [:]) {
            self.name = name
            self.arguments = arguments
        }
    }
}

/// Where a directive may stand (section 3.13).
public enum DirectiveLocation: String, Sendable, Hashable, CaseIterable {
    case query = "QUERY"
    case mutation = "MUTATION"
    case subscription = "SUBSCRIPTION"
    case field = "FIELD"
    case fragmentDefinition = "FRAGMENT_DEFINITION"
    case fragmentSpread = "FRAGMENT_SPREAD"
    case inlineFragment = "INLINE_FRAGMENT"
    case variableDefinition = "VARIABLE_DEFINITION"
    case schema = "SCHEMA"
    case scalar = "SCALAR"
    case object = "OBJECT"
    case fieldDefinition = "FIELD_DEFINITION"
    case argumentDefinition = "ARGUMENT_DEFINITION"
    case interface = "INTERFACE"
    case union = "UNION"
    case `enum` = "ENUM"
    case enumValue = "ENUM_VALUE"
    case inputObject = "INPUT_OBJECT"
    case inputFieldDefinition = "INPUT_FIELD_DEFINITION"
}
