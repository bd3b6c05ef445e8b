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
        let members: JSONMembers?
        do { members = try JSONMembers(["model", "stream"], of: bytes, limits: limits) } catch {
            throw .malformedJSON(error)
        }
        guard let members else { throw .notAnObject }
        place = members.range(of: "model")
        // Looked at before anything is made of them: a list in their place may be as long as a request.
        switch place.map({ bytes[$0.lowerBound] }) {
        case nil, UInt8(ascii: "n"): model = nil
        case UInt8(ascii: "\""):
            do { model = try members.value(of: "model", limits: limits)?.stringValue } catch {
                throw .malformedJSON(error)
            }
        default: throw .modelNotText
        }
        isStreamed = members.range(of: "stream").map { bytes[$0].elementsEqual("true".utf8) } ?? false
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
