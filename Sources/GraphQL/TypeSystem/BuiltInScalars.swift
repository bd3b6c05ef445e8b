/// The five scalars that every schema knows (section 3.5), with their input coercion.
enum BuiltInScalar: String, CaseIterable {
    case int = "Int"
    case float = "Float"
    case string = "String"
    case boolean = "Boolean"
    case id = "ID"

    var description: String {
        switch self {
        case .int: "A signed 32-bit integer."
        case .float: "A number as IEEE 754 double precision has it."
        case .string: "Text in Unicode."
        case .boolean: "`true` or `false`."
        case .id: "A unique identifier, written as a string; integers are accepted and taken as text."
        }
    }

    var definition: Schema.Scalar {
        Schema.Scalar(specifiedByURL: nil) { value, source throws(CoercionFailure) in
            try coerce(value, from: source)
        }
    }

    /// "Input coercion" of sections 3.5.1 to 3.5.5.
    private func coerce(_ value: CoercedValue, from source: InputSource) throws(CoercionFailure) -> CoercedValue {
        switch (self, value) {
        case (.int, .int(let int)):
            guard Int32(exactly: int) != nil else {
                throw CoercionFailure("Int cannot represent a number outside of 32 bits")
            }
            return value
        case (.int, .double(let double)) where source == .variable:
            // JSON does not tell 1.0 from 1.
            guard let int = Int32(exactly: double) else {
                throw CoercionFailure("Int cannot represent a fraction or a number outside of 32 bits")
            }
            return .int(Int(int))
        case (.float, .int(let int)): return .double(Double(int))
        case (.float, .double(let double)) where double.isFinite: return value
        case (.string, .string), (.boolean, .boolean), (.id, .string): return value
        case (.id, .int(let int)): return .string(String(int))
        case (.id, .double(let double)) where source == .variable && double == double.rounded():
            guard let int = Int(exactly: double) else { throw CoercionFailure("ID cannot represent so large a number") }
            return .string(String(int))
        default: throw CoercionFailure("\(rawValue) cannot represent \(value.kindName)")
        }
    }
}

extension CoercedValue {
    /// What kind of value it is, with its article, for messages that must not repeat the value.
    var kindName: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .int: "an integer"
        case .double: "a number with a fraction"
        case .string: "a string"
        case .enum: "an enum value"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
