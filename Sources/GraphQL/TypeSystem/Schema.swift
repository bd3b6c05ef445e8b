public import OrderedCollections

/// The frozen table of a type system (chapter 3): what validation, planning, introspection and printing read.
///
/// However a schema was declared, in Swift or in SDL, this is what comes of it. It is immutable; types refer to each
/// other by `TypeID`, so the table has no cycles.
public final class Schema: Sendable {
    public let description: String?
    /// In the order in which they were met, beginning at the roots; the order of introspection and printing.
    public let types: [NamedType]
    public let directives: OrderedDictionary<String, Directive>
    public let query: TypeID
    public let mutation: TypeID?
    public let subscription: TypeID?
    private let typeIDs: [String: TypeID]
    /// Per type: the object types that a value of it may have; an object type has itself.
    private let possible: [[TypeID]]
    let roots: Roots

    init(
        description: String?,
        types: [NamedType],
        directives: OrderedDictionary<String, Directive>,
        query: TypeID,
        mutation: TypeID?,
        subscription: TypeID?,
        roots: Roots
    ) {
        self.description = description
        self.types = types
        self.directives = directives
        self.query = query
        self.mutation = mutation
        self.subscription = subscription
        self.roots = roots
        typeIDs = Dictionary(types.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        possible = types.map { type in
            switch type.kind {
            case .object: [type.id]
            case .union(let union): union.members
            case .interface: types.filter { $0.isObject && $0.interfaces.contains(type.id) }.map(\.id)
            case .scalar, .enumeration, .inputObject: []
            }
        }
    }

    public subscript(id: TypeID) -> NamedType { types[id.index] }

    public func type(named name: String) -> NamedType? {
        // Names are ASCII (section 2.1.8), and hashing what is not can be made slow.
        name.isASCII ? typeIDs[name].map { self[$0] } : nil
    }

    /// The root type of a kind of operation, nil where the schema does not support it (section 3.3.1).
    public func root(_ operation: AST.OperationType) -> NamedType? {
        switch operation {
        case .query: self[query]
        case .mutation: mutation.map { self[$0] }
        case .subscription: subscription.map { self[$0] }
        }
    }

    /// The object types that a value of this type may have: `GetPossibleTypes` (section 5.5.2.3).
    public func possibleTypes(of id: TypeID) -> [TypeID] { possible[id.index] }

    /// `DoesFragmentTypeApply`: whether a value of object type `object` satisfies the condition `type` (section 6.3.2).
    public func satisfies(_ object: TypeID, condition type: TypeID) -> Bool {
        object == type || possible[type.index].contains(object)
    }

    /// The type as a document writes it: `[Provider!]!`.
    public func spelling(of type: TypeReference) -> String {
        switch type {
        case .named(let id): self[id].name
        case .list(let type): "[\(spelling(of: type))]"
        case .nonNull(let type): "\(spelling(of: type))!"
        }
    }

    /// A document's type resolved against this schema; nil where the name is unknown.
    public func resolve(_ type: AST.TypeReference) -> TypeReference? {
        switch type {
        case .named(let name): typeIDs[name.value].map(TypeReference.named)
        case .list(let type, _): resolve(type).map(TypeReference.list)
        case .nonNull(let type): resolve(type).map(TypeReference.nonNull)
        }
    }

    /// The definition of a field, the meta-fields `__typename`, `__schema` and `__type` included (section 4.1).
    public func field(_ name: String, of type: NamedType) -> Field? {
        if let field = type.fields[name] { return field }
        if name == "__typename", type.isComposite { return roots.typename }
        return type.id == query ? roots.introspection[name] : nil
    }
}
