import OrderedCollections

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly and in linear time.
    ///
    /// Beyond the grammar it refuses duplicate names, lone surrogates, a byte-order mark, and numbers that no finite
    /// `Double` holds. Bytes are not copied except into the strings of the value.
    public init(parsing bytes: Span<UInt8>, limits: JSONLimits = .standard) throws(JSONError) {
        guard bytes.count <= limits.bytes else {
            throw JSONError(.tooLong(limit: limits.bytes), at: limits.bytes)
        }
        var parser = JSONParser(limits: limits)
        self = try parser.text(in: bytes)
    }

    /// Reads one JSON text from an array of bytes.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
        self = try JSONValue(parsing: bytes.span, limits: limits)
    }

    /// Reads one JSON text from a string.
    public init(parsing text: String, limits: JSONLimits = .standard) throws(JSONError) {
        self = try JSONValue(parsing: Array(text.utf8), limits: limits)
    }
}

/// A recursive-descent reader with one function for each production of RFC 8259.
///
/// It is a cursor and borrows the bytes anew for each production, so every access is checked and no pointer is kept.
struct JSONParser {
    let limits: JSONLimits
    var position = 0
    /// The characters of the string being read, once it has an escape; kept for its capacity.
    var unescaped: [UInt8] = []
    /// Where only some members of the outermost object are wanted: their names, and where their values stand so far.
    /// Nothing else is made of the text then, whatever its length.
    private var sought: (names: [String], found: [String: Range<Int>])?

    init(limits: JSONLimits) {
        self.limits = limits
    }

    /// Where the values of these members of the outermost object stand in a text that is read to its end, and nothing
    /// made of it; nil where the text is another value than an object.
    mutating func ranges(of names: [String], in bytes: Span<UInt8>) throws(JSONError) -> [String: Range<Int>]? {
        sought = (names, [:])
        guard case .object = try text(in: bytes) else { return nil }
        return sought?.found
    }

    /// `JSON-text = ws value ws`
    mutating func text(in bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        skipWhitespace(in: bytes)
        let value = try value(in: bytes, depth: 0)
        skipWhitespace(in: bytes)
        guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
        return value
    }

    /// `value = false / null / true / object / array / number / string`
    private mutating func value(in bytes: Span<UInt8>, depth: Int) throws(JSONError) -> JSONValue {
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string(in: bytes))
        case UInt8(ascii: "{"): return .object(try object(in: bytes, depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(in: bytes, depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(in: bytes)
        case UInt8(ascii: "t"): return try literal("true", .bool(true), in: bytes)
        case UInt8(ascii: "f"): return try literal("false", .bool(false), in: bytes)
        case UInt8(ascii: "n"): return try literal("null", .null, in: bytes)
        default: throw JSONError(.unexpectedByte, at: position)
        }
    }

    /// `object = begin-object [ member *( value-separator member ) ] end-object`
    private mutating func object(
        in bytes: Span<UInt8>,
        depth: Int
    ) throws(JSONError) -> OrderedDictionary<String, JSONValue> {
        guard depth <= limits.nesting else { throw JSONError(.tooDeep(limit: limits.nesting), at: position) }
        var members = OrderedDictionary<String, JSONValue>()
        position += 1
        skipWhitespace(in: bytes)
        if peek(in: bytes) == UInt8(ascii: "}") {
            position += 1
            return members
        }
        while true {
            let start = position
            guard let first = peek(in: bytes) else { throw JSONError(.unexpectedEnd, at: position) }
            guard first == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: position) }
            let name = try string(in: bytes)
            guard name.utf8.count <= limits.nameBytes else {
                throw JSONError(.nameTooLong(limit: limits.nameBytes), at: start)
            }
            skipWhitespace(in: bytes)
            guard try separator(in: bytes) == UInt8(ascii: ":") else {
                throw JSONError(.unexpectedByte, at: position - 1)
            }
            skipWhitespace(in: bytes)
            let valueStart = position
            let value = try value(in: bytes, depth: depth)
            if sought == nil {
                if case .some = members.updateValue(value, forKey: name) { throw JSONError(.duplicateName, at: start) }
            } else if depth == 1 {
                try note(valueStart..<position, of: name, at: start)
            }
            skipWhitespace(in: bytes)
            switch try separator(in: bytes) {
            case UInt8(ascii: ","): skipWhitespace(in: bytes)
            case UInt8(ascii: "}"): return members
            default: throw JSONError(.unexpectedByte, at: position - 1)
            }
        }
    }

    /// `array = begin-array [ value *( value-separator value ) ] end-array`
    private mutating func array(in bytes: Span<UInt8>, depth: Int) throws(JSONError) -> [JSONValue] {
        guard depth <= limits.nesting else { throw JSONError(.tooDeep(limit: limits.nesting), at: position) }
        var elements: [JSONValue] = []
        position += 1
        skipWhitespace(in: bytes)
        if peek(in: bytes) == UInt8(ascii: "]") {
            position += 1
            return elements
        }
        while true {
            let value = try value(in: bytes, depth: depth)
            if sought == nil { elements.append(value) }
            skipWhitespace(in: bytes)
            switch try separator(in: bytes) {
            case UInt8(ascii: ","): skipWhitespace(in: bytes)
            case UInt8(ascii: "]"): return elements
            default: throw JSONError(.unexpectedByte, at: position - 1)
            }
        }
    }

    /// Notes where the value of a member of the outermost object stands, if it is sought.
    private mutating func note(_ value: Range<Int>, of name: String, at start: Int) throws(JSONError) {
        guard let wanted = sought?.names.first(where: { $0.utf8.elementsEqual(name.utf8) }) else { return }
        guard sought?.found.updateValue(value, forKey: wanted) == nil else {
            throw JSONError(.duplicateName, at: start)
        }
    }

    private mutating func literal(
        _ word: StaticString,
        _ value: JSONValue,
        in bytes: Span<UInt8>
    ) throws(JSONError) -> JSONValue {
        for expected in word.description.utf8 {
            guard let byte = peek(in: bytes) else { throw JSONError(.unexpectedEnd, at: position) }
            guard byte == expected else { throw JSONError(.unexpectedByte, at: position) }
            position += 1
        }
        return value
    }

    /// The next byte, which is then behind the cursor.
    private mutating func separator(in bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
        guard let byte = peek(in: bytes) else { throw JSONError(.unexpectedEnd, at: position) }
        position += 1
        return byte
    }

    func peek(in bytes: Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// `ws = *( space / tab / line feed / carriage return )`
    private mutating func skipWhitespace(in bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }
}
