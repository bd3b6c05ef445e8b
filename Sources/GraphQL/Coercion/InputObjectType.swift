import OrderedCollections

/// A Swift type behind an input object (section 3.10).
///
///     extension NewPlanet: InputObjectType {
///         static let input = InputObject("What a planet needs.", Argument("name"), Argument("moons", default: 0), make: NewPlanet.init)
///     }
public protocol InputObjectType: InputType {
    static var typeName: String { get }
    static var input: InputObject<Self> { get }
}

extension InputObjectType {
    public static var typeName: String { String(describing: Self.self) }

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.named(builder.define(input)))
    }

    public init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard case .object(let fields) = value else { throw .expected("an object") }
        self = try Self.input.make(fields)
    }
}

/// The declaration of an input object: its fields, and how to make the Swift value of them.
public struct InputObject<Value>: Sendable {
    let description: String?
    let fields: [AnyArgument]
    let isOneOf: Bool
    let make: @Sendable (OrderedDictionary<String, CoercedValue>) throws(CoercionFailure) -> Value

    public init<each Input: InputType>(
        _ description: String? = nil,
        _ fields: repeat Argument<each Input>,
        make: @escaping @Sendable (repeat each Input) -> Value
    ) {
        let fields = Arguments(repeat each fields)
        self.description = description
        self.fields = fields.erased
        isOneOf = false
        self.make = { values throws(CoercionFailure) in
            let inputs = try fields.decode(values)
            return make(repeat each inputs)
        }
    }

    /// A `@oneOf` input object (section 3.10.1): an enum with a case per field, exactly one of which is given.
    public static func oneOf(_ description: String? = nil, _ choices: Choice<Value>...) -> InputObject {
        InputObject(description: description, choices: choices)
    }

    private init(description: String?, choices: [Choice<Value>]) {
        self.description = description
        fields = choices.map(\.field)
        isOneOf = true
        let makers = Dictionary(choices.map { ($0.field.name, $0.make) }, uniquingKeysWith: { first, _ in first })
        make = { values throws(CoercionFailure) in
            guard let (name, value) = values.elements.first, values.count == 1, let make = makers[name] else {
                throw .expected("exactly one field")
            }
            return try make(value)
        }
    }
}

/// One field of a `@oneOf` input object.
public struct Choice<Value>: Sendable {
    let field: AnyArgument
    let make: @Sendable (CoercedValue) throws(CoercionFailure) -> Value

    public init<Input: InputType>(
        _ name: String,
        _ description: String? = nil,
        make: @escaping @Sendable (Input) -> Value
    ) {
        field = AnyArgument(name: name, description: description, defaultValue: nil) {
            Input.reference(in: &$0).nullable
        }
        self.make = { value throws(CoercionFailure) in make(try Input(coerced: value)) }
    }
}
