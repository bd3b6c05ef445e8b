import HTTPTypes

/// The trace that a request belongs to, as its caller said (W3C Trace Context level 1), to be passed on.
struct TraceContext: Sendable, Hashable {
    let parent: String
    /// What others keep with the trace; nil where there is none, or more than has to be passed on.
    let state: String?

    /// Nil where there is no `traceparent`, or one that is malformed.
    init?(of headers: HTTPFields) {
        guard let name = HTTPField.Name("traceparent"), let stateName = HTTPField.Name("tracestate"),
            headers[values: name].count == 1, let parent = headers[name], Self.isValid(parent)
        else { return nil }
        self.parent = parent
        let state = headers[values: stateName].joined(separator: ",")
        self.state = state.isEmpty || state.utf8.count > 512 ? nil : state
    }

    /// Section 3.2.2: version 00, a trace and a parent of lower-case hexadecimal digits that are not all zero, flags.
    private static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isHex = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
        return parts.map(\.utf8.count) == [2, 32, 16, 2] && parts[0] == "00"
            && parts.allSatisfy { $0.utf8.allSatisfy(isHex) }
            && parts[1...2].allSatisfy { !$0.utf8.allSatisfy { $0 == 0x30 } }
    }
}
