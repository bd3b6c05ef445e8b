import JSON
import OrderedCollections

/// A value as a caller wrote it, literal or JSON, before any type was looked at.
indirect enum UncoercedValue: Sendable {
    /// Anything that has no parts.
    case leaf(CoercedValue)
    /// The digits of an integer literal that has no place in 64 bits.
    case longInteger(String)
    case list([UncoercedValue])
    case object([(name: String, value: UncoercedValue)])
    /// Only in literals.
    case variable(String)

    init(_ json: JSONValue) {
        self =
            switch json {
            case .null: .leaf(.null)
            case .bool(let bool): .leaf(.boolean(bool))
            case .int(let int): .leaf(.int(int))
            case .double(let double): .leaf(.double(double))
            case .string(let string): .leaf(.string(string))
            case .array(let values): .list(values.map(UncoercedValue.init))
            case .object(let members): .object(members.map { ($0.key, UncoercedValue($0.value)) })
            }
    }

    init(_ literal: AST.Value) {
        self =
            switch literal {
            case .variable(let name, _): .variable(name)
            case .int(let digits, _) where Int(digits) == nil: .longInteger(digits)
            case .list(let values, _): .list(values.map(UncoercedValue.init))
            case .object(let fields, _): .object(fields.map { ($0.name.value, UncoercedValue($0.value)) })
            default: .leaf(CoercedValue(literal: literal))
            }
    }
}

extension CoercedValue {
    /// A literal as written, with no type applied; variables, which a constant has none of, are null.
    ///
    /// An integer that has no place in 64 bits becomes the nearest double, as JSON readers have it.
    init(literal: AST.Value) {
        self =
            switch literal {
            case .variable, .null: .null
            case .int(let digits, _): Int(digits).map(CoercedValue.int) ?? .double(Double(digits) ?? .infinity)
            case .float(let digits, _): .double(Double(digits) ?? .infinity)
            case .string(let text, _, _): .string(text)
            case .boolean(let bool, _): .boolean(bool)
            case .enum(let name, _): .enum(name)
            case .list(let values, _): .list(values.map(CoercedValue.init(literal:)))
            case .object(let fields, _):
                .object(
                    OrderedDictionary(
                        fields.map { ($0.name.value, CoercedValue(literal: $0.value)) },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            }
    }
}

/// Applies input types to values: "input coercion" of chapter 3, `CoerceArgumentValues` of section 6.4.1.
///
/// All that is wrong is collected, each with the way to it inside the value. Messages never repeat a value.
struct Coercion {
    let schema: Schema
    let source: InputSource
    /// The operation's variables, for literals that name them.
    var variables: [String: CoercedValue] = [:]
    private(set) var failures: [Failure] = []
    /// How many failures are enough to stop looking for more; one or a few more may be found.
    private let failureLimit: Int
    private var path: [PathSegment] = []
    /// How many more defaults may be filled in.
    private var defaultsLeft = Limits.defaults

    struct Failure {
        let path: [PathSegment]
        let message: String
    }

    init(
        _ schema: Schema,
        source: InputSource,
        variables: [String: CoercedValue] = [:],
        failures failureLimit: Int = Limits().errors
    ) {
        self.schema = schema
        self.source = source
        self.variables = variables
        self.failureLimit = failureLimit
    }

    private var hasFailedEnough: Bool { failures.count > failureLimit }

    /// - Returns: nil where the value is a variable without a value, or where something failed.
    mutating func coerce(_ value: UncoercedValue, to type: TypeReference) -> CoercedValue? {
        switch (type, value) {
        case (_, .variable(let name)):
            // A variable was coerced already; that its type fits this place is validation's to know (section 5.8.5).
            guard let value = variables[name] else { return nil }
            if type.isNonNull, value == .null { return fail("Expected a value that is not null") }
            return value
        case (.nonNull, .leaf(.null)):
            return fail("Expected non-nullable type \"\(schema.spelling(of: type))\" not to be null.")
        case (.nonNull(let type), _): return coerce(value, to: type)
        case (_, .leaf(.null)): return .null
        case (.list(let item), .list(let values)): return coerce(values, each: item)
        case (.list(let item), _): return coerce(value, to: item).map { .list([$0]) }
        case (.named(let id), _): return coerce(value, to: schema[id])
        }
    }

    private mutating func coerce(_ values: [UncoercedValue], each type: TypeReference) -> CoercedValue? {
        var items: [CoercedValue] = []
        items.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            guard !hasFailedEnough else { break }
            path.append(.index(index))
            // A variable without a value is null inside a list (section 3.11).
            let before = failures.count
            if let item = coerce(value, to: type) {
                items.append(item)
            } else if failures.count == before {
                if type.isNonNull { _ = fail("Expected a value that is not null") } else { items.append(.null) }
            }
            path.removeLast()
        }
        return .list(items)
    }

    private mutating func coerce(_ value: UncoercedValue, to type: NamedType) -> CoercedValue? {
        switch (type.kind, value) {
        case (.scalar, .longInteger(let digits)) where type.name == BuiltInScalar.id.rawValue:
            // An integer of any length is taken as text (section 3.5.5).
            return .string(digits)
        case (.scalar(let scalar), _):
            do { return try scalar.coerceInput(plain(value), source) } catch { return fail(error.message) }
        case (.enumeration(let enumeration), .leaf(.enum(let name))),
            (.enumeration(let enumeration), .leaf(.string(let name))) where source == .variable || value.isEnum:
            // Long text is no name, and hashing a stranger's can be made slow.
            guard name.utf8.count <= 256, enumeration.values[name] != nil else {
                return fail("Value does not exist in \"\(type.name)\" enum.")
            }
            return .enum(name)
        case (.enumeration, _):
            return fail("Enum \"\(type.name)\" cannot represent \(plain(value).kindName)")
        case (.inputObject(let input), .object(let fields)):
            return coerce(fields, to: input, named: type.name)
        case (.inputObject, _): return fail("Expected type \"\(type.name)\" to be an object.")
        default: return fail("\"\(type.name)\" is not an input type.")
        }
    }

    /// Section 3.10, "input coercion", with its table of absent, null and default.
    private mutating func coerce(
        _ given: [(name: String, value: UncoercedValue)],
        to input: Schema.InputObject,
        named typeName: String
    ) -> CoercedValue? {
        let before = failures.count
        for (name, _) in given where input.fields[name] == nil {
            guard !hasFailedEnough else { break }
            _ = fail("Field \"\(safeName(name))\" is not defined by type \"\(typeName)\".")
        }
        let values = Dictionary(given.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let fields = coerce(values, to: input.fields) { field, type in
            "Field \"\(typeName).\(field)\" of required type \"\(type)\" was not provided."
        }
        guard failures.count == before else { return nil }
        if input.isOneOf {
            guard given.count == 1, fields.count == 1 else {
                return fail("Exactly one key must be specified for OneOf type \"\(typeName)\".")
            }
            if let (name, value) = fields.elements.first, value == .null {
                path.append(.name(name))
                defer { path.removeLast() }
                return fail("Field \"\(name)\" must be non-null.")
            }
        }
        return .object(fields)
    }

    /// What arguments and input object fields have in common: each is given, or has a default, or may be left out.
    ///
    /// - Parameter missing: says that a required one was not given, from its name and its type's spelling.
    mutating func coerce(
        _ given: [String: UncoercedValue],
        to definitions: OrderedDictionary<String, Schema.InputValue>,
        missing: (_ name: String, _ type: String) -> String
    ) -> OrderedDictionary<String, CoercedValue> {
        var coerced: OrderedDictionary<String, CoercedValue> = [:]
        for definition in definitions.values {
            path.append(.name(definition.name))
            defer { path.removeLast() }
            let before = failures.count
            if let value = given[definition.name].flatMap({ coerce($0, to: definition.type) }) {
                coerced[definition.name] = value
            } else if failures.count > before {
                continue
            } else if let value = definition.defaultValue {
                guard let value = filledIn(value, of: definition.type) else { break }
                coerced[definition.name] = value
            } else if definition.type.isNonNull {
                _ = fail(missing(definition.name, schema.spelling(of: definition.type)))
            }
        }
        return coerced
    }

    /// A declared default, coerced like a literal so that nested defaults are filled in (section 3.10); nil past the
    /// limit.
    private mutating func filledIn(_ value: CoercedValue, of type: TypeReference) -> CoercedValue? {
        defaultsLeft -= 1
        var nested = Coercion(schema, source: .literal)
        nested.defaultsLeft = defaultsLeft
        let coerced = defaultsLeft < 0 ? nil : nested.coerce(UncoercedValue(value), to: type) ?? value
        defaultsLeft = nested.defaultsLeft
        guard defaultsLeft >= 0 else {
            if failures.isEmpty { _ = fail("More than \(Limits.defaults) defaults would be filled in.") }
            return nil
        }
        return coerced
    }

    private func plain(_ value: UncoercedValue) -> CoercedValue {
        switch value {
        case .leaf(let value): value
        case .longInteger(let digits): .double(Double(digits) ?? .infinity)
        case .list(let values): .list(values.map(plain))
        case .object(let fields):
            .object(
                OrderedDictionary(fields.map { ($0.name, plain($0.value)) }, uniquingKeysWith: { first, _ in first })
            )
        case .variable(let name): variables[name] ?? .null
        }
    }

    private mutating func fail(_ message: String) -> CoercedValue? {
        failures.append(Failure(path: path, message: message))
        return nil
    }

    /// A name from JSON may be anything, a secret too: only what the grammar calls a name is repeated.
    private func safeName(_ name: String) -> String {
        name.utf8.count <= 64 && name.utf8.allSatisfy(\.isNameContinue) ? name : "…"
    }
}

extension UncoercedValue {
    fileprivate var isEnum: Bool {
        if case .leaf(.enum) = self { true } else { false }
    }
}

extension UncoercedValue {
    init(_ value: CoercedValue) {
        self =
            switch value {
            case .list(let values): .list(values.map(UncoercedValue.init))
            case .object(let fields): .object(fields.map { ($0.key, UncoercedValue($0.value)) })
            default: .leaf(value)
            }
    }
}
