/// A named type's place in its schema's table.
public struct TypeID: Sendable, Hashable {
    public let index: Int

    @usableFromInline
    init(_ index: Int) {
        self.index = index
    }
}

/// A type as fields and arguments use it, resolved against a schema (section 3.12): a named type under wrappers.
public indirect enum TypeReference: Sendable, Hashable {
    case named(TypeID)
    case list(TypeReference)
    case nonNull(TypeReference)

    public var namedType: TypeID {
        switch self {
        case .named(let id): id
        case .list(let type), .nonNull(let type): type.namedType
        }
    }

    public var isNonNull: Bool {
        if case .nonNull = self { true } else { false }
    }

    /// The same type where null may stand.
    public var nullable: TypeReference {
        if case .nonNull(let type) = self { type } else { self }
    }

    /// The same type where null may not stand.
    public var required: TypeReference {
        if case .nonNull = self { self } else { .nonNull(self) }
    }
}
