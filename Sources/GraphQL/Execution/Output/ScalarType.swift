/// A Swift type behind a scalar (section 3.5): a custom one, or one that stands for a built-in scalar, as ids do.
public protocol ScalarType: LeafType, InputType {
    static var scalar: ScalarDefinition { get }
}

/// What a scalar is called and where it is specified.
public struct ScalarDefinition: Sendable {
    let name: String
    let description: String?
    let specifiedByURL: String?

    public init(_ name: String, _ description: String? = nil, specifiedBy url: String? = nil) {
        self.name = name
        self.description = description
        specifiedByURL = url
    }

    /// The built-in scalar `ID`, for a Swift type of one's own.
    public static let id = ScalarDefinition(BuiltInScalar.id.rawValue, BuiltInScalar.id.description)
}

extension ScalarType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.named(builder.define(self)))
    }
}

/// A Swift enum behind an enumeration (section 3.9); the raw values are the names.
public protocol EnumType: LeafType, InputType, RawRepresentable, CaseIterable where RawValue == String {
    static var typeName: String { get }
    static var description: String? { get }
    /// A description of one value, for those that need one.
    var description: String? { get }
}

extension EnumType {
    public static var typeName: String { String(describing: Self.self) }
    public static var description: String? { nil }
    public var description: String? { nil }

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.named(builder.define(self)))
    }

    @inlinable
    public func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.write(rawValue)
    }

    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .enum(let name) = value, let value = Self(rawValue: name) else {
            throw CoercionFailure("Value is not one of \(Self.typeName)")
        }
        self = value
    }
}
