/// A Swift type that is a GraphQL input type: it is made of values that its schema's rules have passed.
public protocol InputType: Sendable {
    /// The type in the schema's table, defined there if this is the first mention.
    static func reference(in builder: inout SchemaBuilder) -> TypeReference

    /// - Parameter value: coerced to the type, nil where the caller left it out and there is no default.
    init(coerced value: CoercedValue?) throws(CoercionFailure)
}

/// A nullable input: absent and null are the same to it. Where they are not, use `Patch`.
extension Optional: InputType where Wrapped: InputType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        Wrapped.reference(in: &builder).nullable
    }

    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        switch value {
        case nil, .null: self = nil
        case let value?: self = try Wrapped(coerced: value)
        }
    }
}

extension Array: InputType where Element: InputType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.list(Element.reference(in: &builder)))
    }

    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .list(let values) = value else { throw .expected("a list") }
        self = []
        reserveCapacity(values.count)
        for value in values { append(try Element(coerced: value)) }
    }
}

/// A nullable input of which absent, null and a value mean three different things (section 2.10.5).
public enum Patch<Wrapped: InputType>: InputType {
    /// Left out: keep what is.
    case keep
    /// Null: clear what is.
    case clear
    case set(Wrapped)

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        Wrapped.reference(in: &builder).nullable
    }

    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        switch value {
        case nil: self = .keep
        case .null: self = .clear
        case let value?: self = .set(try Wrapped(coerced: value))
        }
    }
}

extension Patch: Equatable where Wrapped: Equatable {}

extension Int: InputType {
    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .int(let int) = value else { throw .expected("an integer") }
        self = int
    }
}

extension Double: InputType {
    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .double(let double) = value else { throw .expected("a number") }
        self = double
    }
}

extension String: InputType {
    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .string(let string) = value else { throw .expected("a string") }
        self = string
    }
}

extension Bool: InputType {
    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .boolean(let bool) = value else { throw .expected("a boolean") }
        self = bool
    }
}

extension CoercionFailure {
    @usableFromInline
    static func expected(_ kind: String) -> CoercionFailure { CoercionFailure("Expected \(kind)") }
}
