import OrderedCollections

/// Section 5.6.1: a literal can be coerced to the type of its place.
///
/// The messages say what kind of value was found and never which: a secret may stand in the wrong place.
enum ValuesOfCorrectType {
    /// - Parameters:
    ///   - value: neither a variable nor null, and no object where an input object is expected.
    ///   - type: the place's whole type, for the message.
    ///   - named: the type of the value itself, lists taken off.
    static func check(
        _ value: AST.Value,
        _ type: TypeReference,
        _ named: NamedType,
        _ context: inout ValidationContext
    ) {
        switch named.kind {
        case .scalar(let scalar): check(value, type, scalar, named, &context)
        case .enumeration(let enumeration): check(value, enumeration, named, &context)
        default: report(value, type, &context)
        }
    }

    static func report(
        _ value: AST.Value,
        _ type: TypeReference,
        because reason: String? = nil,
        _ context: inout ValidationContext
    ) {
        let spelling = context.schema.spelling(of: type)
        // An integer with no place in 64 bits is coerced as a double.
        let kind = if case .int = value { "an integer" } else { CoercedValue(literal: value).kindName }
        context.report.add(
            "Expected value of type \"\(spelling)\", found \(kind)\(reason.map { "; \($0)" } ?? "").",
            at: value.location
        )
    }

    private static func check(
        _ value: AST.Value,
        _ type: TypeReference,
        _ scalar: Schema.Scalar,
        _ named: NamedType,
        _ context: inout ValidationContext
    ) {
        // What variables hold is not known yet.
        guard !value.containsVariable else { return }
        // An integer of any length is an ID (section 3.5.5).
        if case .int = value, named.name == BuiltInScalar.id.rawValue { return }
        let plain = CoercedValue(literal: value)
        do {
            _ = try scalar.coerceInput(plain, .literal)
        } catch {
            let isPlain = error.message == "\(named.name) cannot represent \(plain.kindName)"
            report(value, type, because: isPlain ? nil : error.message.withoutFullStop, &context)
        }
    }

    private static func check(
        _ value: AST.Value,
        _ enumeration: Schema.Enumeration,
        _ named: NamedType,
        _ context: inout ValidationContext
    ) {
        switch value {
        case .enum(let name, let location):
            guard enumeration.values[name] == nil else { return }
            let suggestion = suggestion(name, enumeration, &context)
            context.report.add("Value does not exist in \"\(named.name)\" enum.\(suggestion)", at: location)
        default:
            var hint = ""
            if case .string(let text, _, _) = value { hint = suggestion(text, enumeration, &context) }
            let kind = CoercedValue(literal: value).kindName
            context.report.add(
                "Enum \"\(named.name)\" cannot represent a non-enum value: found \(kind).\(hint)",
                at: value.location
            )
        }
    }

    private static func suggestion(
        _ name: String,
        _ enumeration: Schema.Enumeration,
        _ context: inout ValidationContext
    ) -> String {
        context.suggestions.sentence(for: name, among: enumeration.values.keys, kind: "the enum value")
    }
}

extension AST.Value {
    fileprivate var containsVariable: Bool {
        switch self {
        case .variable: true
        case .list(let values, _): values.contains(where: \.containsVariable)
        case .object(let fields, _): fields.contains(where: \.value.containsVariable)
        default: false
        }
    }
}

extension String {
    fileprivate var withoutFullStop: String {
        hasSuffix(".") ? String(dropLast()) : self
    }
}
