import OrderedCollections

/// Collects named types and directives until they are frozen as a `Schema`.
///
/// Swift declarations and SDL both come through here. A name is reserved when it is first met and defined once its
/// parts are known, so types may refer to each other in circles.
public struct SchemaBuilder {
    private var reserved: OrderedDictionary<String, Declaration> = [:]
    private var directives: OrderedDictionary<String, Schema.Directive> = [:]
    /// The class of context that resolvers take; nil while none takes any.
    private(set) var context: ObjectIdentifier?
    private var problems: [SchemaError] = []

    private struct Declaration {
        /// The Swift type that backs it, nil for types from SDL.
        var origin: ObjectIdentifier?
        var description: String?
        var kind: NamedType.Kind?
    }

    init() {}

    /// The place of a name in the table, and whether the caller is the first to meet it and so has to define it.
    ///
    /// - Parameter origin: the Swift type behind it; two of them under one name are an error.
    mutating func reserve(_ name: String, origin: ObjectIdentifier? = nil) -> (id: TypeID, isNew: Bool) {
        if let index = reserved.index(forKey: name) {
            if reserved.values[index].origin != origin { problems.append(.duplicateType(name)) }
            return (TypeID(index), false)
        }
        reserved[name] = Declaration(origin: origin)
        return (TypeID(reserved.count - 1), true)
    }

    /// Gives a reserved name its meaning.
    mutating func define(_ id: TypeID, description: String?, kind: NamedType.Kind) {
        reserved.values[id.index].description = description
        reserved.values[id.index].kind = kind
    }

    mutating func define(_ directive: Schema.Directive) {
        if directives.updateValue(directive, forKey: directive.name) != nil {
            problems.append(.duplicateDirective(directive.name))
        }
    }

    /// Notes the class of context that a type's resolvers take; one schema has one.
    mutating func use(context: any AnyObject.Type, in type: String) {
        guard context != NoContext.self else { return }
        let id = ObjectIdentifier(context)
        if let known = self.context, known != id {
            report(.invalid("The resolvers of \"\(type)\" take another class of context than those before."))
        }
        self.context = id
    }

    mutating func report(_ problem: SchemaError) {
        problems.append(problem)
    }

    /// What was collected, once every reserved name has its meaning.
    ///
    /// - Throws: every problem met on the way, not only the first.
    fileprivate func frozen() throws(SchemaErrors) -> (
        types: [NamedType], directives: OrderedDictionary<String, Schema.Directive>
    ) {
        var problems = problems
        let types = reserved.enumerated().compactMap { index, entry -> NamedType? in
            guard let kind = entry.value.kind else {
                problems.append(.undefinedType(entry.key))
                return nil
            }
            return NamedType(id: TypeID(index), name: entry.key, description: entry.value.description, kind: kind)
        }
        guard problems.isEmpty else { throw SchemaErrors(problems) }
        return (types, directives)
    }
}

extension Schema {
    /// Freezes what a builder has collected.
    ///
    /// - Throws: every problem that the builder met, not only the first.
    convenience init(
        freezing builder: SchemaBuilder,
        description: String?,
        query: TypeID,
        mutation: TypeID? = nil,
        subscription: TypeID? = nil,
        roots: Roots
    ) throws(SchemaErrors) {
        let (types, directives) = try builder.frozen()
        self.init(
            description: description,
            types: types,
            directives: directives,
            query: query,
            mutation: mutation,
            subscription: subscription,
            roots: roots
        )
    }
}

/// Why a schema cannot be built, for its developer.
public enum SchemaError: Error, Sendable, Hashable {
    case duplicateType(String)
    case duplicateDirective(String)
    case undefinedType(String)
    /// Anything that chapter 3's "type validation" forbids, in a sentence that names the coordinate.
    case invalid(String)
}

/// All problems of one schema.
public struct SchemaErrors: Error, Sendable, Hashable, CustomStringConvertible {
    public let errors: [SchemaError]

    init(_ errors: [SchemaError]) {
        self.errors = errors
    }

    public var description: String {
        errors.map { error in
            switch error {
            case .duplicateType(let name): "There can be only one type named \"\(name)\"."
            case .duplicateDirective(let name): "There can be only one directive named \"@\(name)\"."
            case .undefinedType(let name): "Unknown type \"\(name)\"."
            case .invalid(let sentence): sentence
            }
        }.joined(separator: "\n")
    }
}
