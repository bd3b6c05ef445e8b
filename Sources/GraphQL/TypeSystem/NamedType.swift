public import OrderedCollections

/// One named type of a schema (section 3.4). A class because fields, plans and errors share it by identity.
public final class NamedType: Sendable {
    public let id: TypeID
    public let name: String
    public let description: String?
    public let kind: Kind

    /// The six kinds of named type, each with what only it has.
    public enum Kind: Sendable {
        case scalar(Schema.Scalar)
        case object(Schema.FieldContainer)
        case interface(Schema.FieldContainer)
        case union(Schema.Union)
        case enumeration(Schema.Enumeration)
        case inputObject(Schema.InputObject)
    }

    init(id: TypeID, name: String, description: String?, kind: Kind) {
        self.id = id
        self.name = name
        self.description = description
        self.kind = kind
    }

    /// The fields of an object or interface type, none for other kinds.
    public var fields: OrderedDictionary<String, Schema.Field> {
        switch kind {
        case .object(let container), .interface(let container): container.fields
        default: [:]
        }
    }

    /// The interfaces that an object or interface type implements, none for other kinds.
    public var interfaces: [TypeID] {
        switch kind {
        case .object(let container), .interface(let container): container.interfaces
        default: []
        }
    }

    public var isObject: Bool {
        if case .object = kind { true } else { false }
    }

    /// Interface or union (section 3.4.1).
    public var isAbstract: Bool {
        switch kind {
        case .interface, .union: true
        default: false
        }
    }

    /// Object, interface or union: has a selection set.
    public var isComposite: Bool { isObject || isAbstract }

    /// Scalar or enumeration: has none.
    public var isLeaf: Bool {
        switch kind {
        case .scalar, .enumeration: true
        default: false
        }
    }

    /// `IsInputType` (section 3.4.2).
    public var isInput: Bool {
        if case .inputObject = kind { true } else { isLeaf }
    }
}
