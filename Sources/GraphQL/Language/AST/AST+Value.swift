extension AST {
    /// `Value` (section 2.10), numbers as they were written so that nothing is lost before their type is known.
    public enum Value: Sendable, Hashable {
        /// Located at the dollar sign.
        case variable(name: String, Location)
        case int(String, Location)
        case float(String, Location)
        /// The text after escapes and block string indentation were taken out.
        case string(String, isBlock: Bool, Location)
        case boolean(Bool, Location)
        case null(Location)
        case `enum`(String, Location)
        case list([Value], Location)
        case object([ObjectField], Location)

        public var location: Location {
            switch self {
            case .variable(_, let location), .int(_, let location), .float(_, let location),
                .string(_, _, let location), .boolean(_, let location), .null(let location),
                .enum(_, let location), .list(_, let location), .object(_, let location):
                location
            }
        }
    }

    /// `Name : Value` inside an input object (section 2.10.8).
    public struct ObjectField: Sendable, Hashable {
        public var name: Name
        public var value: Value

        public init(name: Name, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// A description, which is a string (section 2.2).
    public struct Description: Sendable, Hashable {
        public var text: String
        public var isBlock: Bool
        public var location: Location

        public init(_ text: String, isBlock: Bool, at location: Location) {
            self.text = text
            self.isBlock = isBlock
            self.location = location
        }
    }

    /// `@name(arguments)` (section 2.13). The location is the at sign's.
    public struct Directive: Sendable, Hashable {
        public var name: Name
        public var arguments: [Argument]
        public var location: Location

        public init(name: Name, arguments: [Argument] = [], at location: Location) {
            self.name = name
            self.arguments = arguments
            self.location = location
        }
    }

    /// `Type` (section 2.12) as a document writes it; `GraphQL.TypeReference` is the same, resolved against a schema.
    public enum TypeReference: Sendable, Hashable {
        case named(Name)
        indirect case list(TypeReference, Location)
        indirect case nonNull(TypeReference)

        public var location: Location {
            switch self {
            case .named(let name): name.location
            case .list(_, let location): location
            case .nonNull(let type): type.location
            }
        }

        /// The name at the bottom of all lists.
        public var namedType: Name {
            switch self {
            case .named(let name): name
            case .list(let type, _), .nonNull(let type): type.namedType
            }
        }
    }
}
