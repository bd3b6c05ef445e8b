/// The bytes of single server-sent events (HTML section 9.2.5).
enum Event {
    /// An execution result. JSON has no line breaks in it here, so it is one line.
    static func next(_ response: [UInt8]) -> [UInt8] {
        Array("event: next\ndata: ".utf8) + response + Array("\n\n".utf8)
    }

    /// Nothing more comes. The empty data line makes browsers deliver the event.
    static let complete = Array("event: complete\ndata: \n\n".utf8)

    /// What readers skip.
    static let comment = Array(":\n\n".utf8)
}
