import JSON

/// A chat request as a caller sent it, of which one member is to be replaced and every other byte kept.
///
/// Numbers and texts pass through as they were written: reading them into Swift's types and writing them again could
/// change them, and a request may be of many megabytes.
struct GatewayRequest: Sendable {
    /// The model that the caller asks for; nil for the default.
    let model: String?
    /// Whether the caller wants the answer as server-sent events.
    let isStreamed: Bool
    private let bytes: [UInt8]
    /// Where the model's name stands, if there is one or null.
    private let place: Range<Int>?

    init(parsing bytes: [UInt8], limits: JSONLimits) throws(GatewayRefusal) {
        do {
            guard let members = try JSONMembers(["model", "stream"], of: bytes, limits: limits) else {
                throw GatewayRefusal.notAnObject
            }
            switch try members.value(of: "model", limits: limits) {
            case nil, .null: model = nil
            case .string(let text): model = text
            default: throw GatewayRefusal.modelNotText
            }
            isStreamed = try members.value(of: "stream", limits: limits)?.boolValue ?? false
            place = members.range(of: "model")
        } catch let error as JSONError {
            throw .malformedJSON(error)
        } catch let refusal as GatewayRefusal {
            throw refusal
        } catch {
            throw .notAnObject
        }
        self.bytes = bytes
    }

    /// The same request for a model by another name.
    func bytes(naming model: String) -> [UInt8] {
        var value: [UInt8] = []
        value.appendJSON(model)
        if let place { return bytes[..<place.lowerBound] + value + bytes[place.upperBound...] }
        let start = (bytes.firstIndex(of: UInt8(ascii: "{")) ?? 0) + 1
        let isEmpty = bytes[start...].first { !Self.isSpace($0) } == UInt8(ascii: "}")
        return bytes[..<start] + Array(#""model":"#.utf8) + value + (isEmpty ? [] : [UInt8(ascii: ",")])
            + bytes[start...]
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
