import JSON
import Logging
import OrderedCollections

/// What one log line says, apart from how it is written.
struct LogLine {
    let time: String
    let level: Logger.Level
    let message: String
    let metadata: [(key: String, value: Logger.Metadata.Value)]

    func written(as format: LogFormat) -> String {
        switch format {
        case .text:
            let pairs = metadata.map { " \($0.key)=\($0.value.description.quotedIfNeeded)" }.joined()
            let level = level.rawValue + String(repeating: " ", count: max(0, 8 - level.rawValue.count))
            return "\(time) \(level) \(message.withoutControls)\(pairs)"
        case .json:
            var members: OrderedDictionary<String, JSONValue> = [
                "time": .string(time), "level": .string(level.rawValue), "message": .string(message),
            ]
            for (key, value) in metadata where members[key] == nil { members[key] = .string(value.description) }
            // All values are strings, which always can be written.
            return (try? JSONValue.object(members).text()) ?? "{}"
        }
    }
}

extension String {
    /// With every control character escaped, so that nothing that was sent can forge a line or steer a terminal.
    fileprivate var withoutControls: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        return unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined()
    }

    fileprivate var quotedIfNeeded: String {
        let plain = withoutControls
        guard plain.isEmpty || plain.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else { return plain }
        return "\"\(plain.replacing("\"", with: "\\\""))\""
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        properties.generalCategory == .control || properties.generalCategory == .format
            || properties.generalCategory == .lineSeparator || properties.generalCategory == .paragraphSeparator
    }
}
