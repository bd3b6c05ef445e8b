import JSON
import OrderedCollections

/// A chat request as a caller sent it, of which one member is to be replaced and every other byte kept.
///
/// Numbers and texts pass through as they were written: reading them into Swift's types and writing them again could
/// change them.
struct GatewayRequest: Sendable {
    /// The model that the caller asks for; nil for the default.
    let model: String?
    /// Whether the caller wants the answer as server-sent events.
    let isStreamed: Bool
    private let bytes: [UInt8]

    init(parsing bytes: [UInt8], limits: JSONLimits) throws(GatewayRefusal) {
        let json: JSONValue
        do { json = try JSONValue(parsing: bytes, limits: limits) } catch { throw .malformedJSON(error) }
        guard case .object(let members) = json else { throw .notAnObject }
        switch members["model"] {
        case nil, .null: model = nil
        case .string(let text): model = text
        default: throw .modelNotText
        }
        isStreamed = members["stream"]?.boolValue ?? false
        self.bytes = bytes
    }

    /// The same request for a model by another name.
    func bytes(naming model: String) -> [UInt8] {
        var value: [UInt8] = []
        value.appendJSON(model)
        var scanner = MemberScanner(bytes)
        if let range = scanner.value(of: "model") {
            return bytes[..<range.lowerBound] + value + bytes[range.upperBound...]
        }
        let start = (bytes.firstIndex(of: UInt8(ascii: "{")) ?? 0) + 1
        let isEmpty = bytes[start...].first { !MemberScanner.isSpace($0) } == UInt8(ascii: "}")
        return bytes[..<start] + Array(#""model":"#.utf8) + value + (isEmpty ? [] : [UInt8(ascii: ",")])
            + bytes[start...]
    }
}

/// Finds where the members of an object stand in a JSON text that is known to be valid.
private struct MemberScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// Where the value of the outermost object's member of that name stands.
    mutating func value(of name: String) -> Range<Int>? {
        skip { $0 != UInt8(ascii: "{") }
        position += 1
        while let byte = next(), byte != UInt8(ascii: "}") {
            let start = position
            skipString()
            let found = try? JSONValue(parsing: Array(bytes[start..<position])).stringValue
            skip { Self.isSpace($0) || $0 == UInt8(ascii: ":") }
            let valueStart = position
            skipValue()
            if found == name { return valueStart..<position }
        }
        return nil
    }

    /// The byte at which the next name begins, or the end of the object.
    private mutating func next() -> UInt8? {
        skip { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while position < bytes.count, condition(bytes[position]) { position += 1 }
    }

    private mutating func skipString() {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }

    private mutating func skipValue() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                position += 1
            case UInt8(ascii: ","):
                if depth == 0 { return }
                position += 1
            default:
                if depth == 0, Self.isSpace(bytes[position]) { return }
                position += 1
            }
            if depth == 0, position < bytes.count, bytes[position - 1] == UInt8(ascii: "\"") { return }
        }
    }
}
