extension AST {
    /// The three kinds of operation (section 2.4).
    public enum OperationType: String, Sendable, Hashable, CaseIterable {
        case query, mutation, subscription
    }

    /// `OperationDefinition` (section 2.4). A lone `{ … }` is a query without a name.
    public struct OperationDefinition: Sendable, Hashable {
        public var description: Description?
        public var operation: OperationType
        public var name: Name?
        public var variables: [VariableDefinition]
        public var directives: [Directive]
        public var selectionSet: SelectionSet
        /// True for the form that is only a selection set, so that the printer can give it back as written.
        public var isShorthand: Bool
        public var location: Location

        public init(
            description: Description? = nil,
            operation: OperationType,
            name: Name? = nil,
            variables: [VariableDefinition] = [],
            directives: [Directive] = [],
            selectionSet: SelectionSet,
            isShorthand: Bool = false,
            at location: Location
        ) {
            self.description = description
            self.operation = operation
            self.name = name
            self.variables = variables
            self.directives = directives
            self.selectionSet = selectionSet
            self.isShorthand = isShorthand
            self.location = location
        }
    }

    /// `VariableDefinition` (section 2.11). The location is the dollar sign's.
    public struct VariableDefinition: Sendable, Hashable {
        public var description: Description?
        public var name: Name
        public var type: TypeReference
        public var defaultValue: Value?
        public var directives: [Directive]
        public var location: Location

        public init(
            description: Description? = nil,
            name: Name,
            type: TypeReference,
            defaultValue: Value? = nil,
            directives: [Directive] = [],
            at location: Location
        ) {
            self.description = description
            self.name = name
            self.type = type
            self.defaultValue = defaultValue
            self.directives = directives
            self.location = location
        }
    }

    /// `{ Selection+ }` (section 2.5).
    public struct SelectionSet: Sendable, Hashable {
        public var selections: [Selection]
        public var location: Location

        public init(_ selections: [Selection], at location: Location) {
            self.selections = selections
            self.location = location
        }
    }

    public enum Selection: Sendable, Hashable {
        case field(Field)
        case fragmentSpread(FragmentSpread)
        case inlineFragment(InlineFragment)
    }

    /// `Field` (section 2.6), located at its alias where it has one.
    public struct Field: Sendable, Hashable {
        public var name: Name
        public var alias: Name?
        public var arguments: [Argument]
        public var directives: [Directive]
        public var selectionSet: SelectionSet?

        /// The alias, or the name where there is none: the member's name in the response (section 2.8).
        public var responseName: String { (alias ?? name).value }
        public var location: Location { (alias ?? name).location }
    }

    /// `Argument` (section 2.7).
    public struct Argument: Sendable, Hashable {
        public var name: Name
        public var value: Value

        public init(name: Name, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// `...FragmentName` (section 2.9). The location is the first dot's.
    public struct FragmentSpread: Sendable, Hashable {
        public var name: Name
        public var directives: [Directive]
        public var location: Location

        public init(name: Name, directives: [Directive] = [], at location: Location) {
            self.name = name
            self.directives = directives
            self.location = location
        }
    }

    /// `... on Type { … }` (section 2.9.2). The location is the first dot's.
    public struct InlineFragment: Sendable, Hashable {
        public var typeCondition: Name?
        public var directives: [Directive]
        public var selectionSet: SelectionSet
        public var location: Location

        public init(
            typeCondition: Name? = nil,
            directives: [Directive] = [],
            selectionSet: SelectionSet,
            at location: Location
        ) {
            self.typeCondition = typeCondition
            self.directives = directives
            self.selectionSet = selectionSet
            self.location = location
        }
    }

    /// `fragment Name on Type { … }` (section 2.9).
    public struct FragmentDefinition: Sendable, Hashable {
        public var description: Description?
        public var name: Name
        public var typeCondition: Name
        public var directives: [Directive]
        public var selectionSet: SelectionSet
        public var location: Location

        public init(
            description: Description? = nil,
            name: Name,
            typeCondition: Name,
            directives: [Directive] = [],
            selectionSet: SelectionSet,
            at location: Location
        ) {
            self.description = description
            self.name = name
            self.typeCondition = typeCondition
            self.directives = directives
            self.selectionSet = selectionSet
            self.location = location
        }
    }
}
