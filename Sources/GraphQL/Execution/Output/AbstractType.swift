/// A Swift type behind an interface or a union (sections 3.7 and 3.8): usually an enum with a case per object type.
public protocol AbstractType: OutputType where Plan == AbstractPlan<Self> {
    static var typeName: String { get }
    /// The object types that a value may be of, and how to get at them.
    static var abstract: Abstract<Self> { get }
}

extension AbstractType {
    public static var typeName: String { String(describing: Self.self) }

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.named(builder.define(abstract)))
    }

    public static func plan(_ selection: FieldSelection, _ planner: inout Planner) -> AbstractPlan<Self> {
        AbstractPlan(cases: abstract.possible.map { $0.plan(selection, &planner) })
    }

    /// `ResolveAbstractType` (section 6.4.3): the first object type that the value turns out to be.
    @inlinable
    public func write(_ plan: AbstractPlan<Self>, to response: inout ResponseWriter, _ run: inout Run) throws {
        for write in plan.cases where try write(self, &response, &run) { return }
        throw CoercionFailure("The value is of no type that \(Self.typeName) may have")
    }
}

/// A selection set settled for each object type that a value may be of.
public struct AbstractPlan<Parent>: Sendable {
    /// Each writes the value and says true, or says false where it is of another type.
    @usableFromInline let cases: [@Sendable (Parent, inout ResponseWriter, inout Run) throws -> Bool]
}

/// The declaration of an interface or a union.
public struct Abstract<Parent: AbstractType>: Sendable {
    let description: String?
    /// Nil for unions.
    let fields: [InterfaceField]?
    let possible: [Possible<Parent>]
}

/// `Interface` and `Union` are the two ways to declare an abstract type.
extension Abstract {
    /// An interface with these fields. The object types that implement it say so with `implements`.
    public static func interface(
        _ description: String? = nil,
        fields: [InterfaceField],
        possible: [Possible<Parent>]
    ) -> Abstract {
        Abstract(description: description, fields: fields, possible: possible)
    }

    /// A union of these object types.
    public static func union(_ description: String? = nil, of possible: [Possible<Parent>]) -> Abstract {
        Abstract(description: description, fields: nil, possible: possible)
    }
}

/// A field that every type with the interface has.
public struct InterfaceField: Sendable {
    let name: String
    let description: String?
    let type: @Sendable (inout SchemaBuilder) -> TypeReference

    public init<Value: OutputType>(_ name: String, _ type: Value.Type, _ description: String? = nil) {
        self.name = name
        self.description = description
        self.type = { Value.reference(in: &$0) }
    }
}

/// One object type that a value of an abstract type may be of.
public struct Possible<Parent: AbstractType>: Sendable {
    let define: @Sendable (inout SchemaBuilder) -> TypeID
    let plan:
        @Sendable (FieldSelection, inout Planner) -> @Sendable (Parent, inout ResponseWriter, inout Run) throws -> Bool

    /// - Parameter get: the value as the object type, nil where it is of another.
    public init<Member: ObjectType>(_ type: Member.Type, _ get: @escaping @Sendable (Parent) -> Member?) {
        define = { $0.define(Member.object) }
        plan = { selection, planner in
            let plan = Member.plan(selection, &planner)
            return { parent, response, run in
                guard let member = get(parent) else { return false }
                try member.write(plan, to: &response, &run)
                return true
            }
        }
    }
}
