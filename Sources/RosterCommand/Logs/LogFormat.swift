/// How a log line is written.
enum LogFormat: String, CaseIterable, Sendable {
    /// `2025-11-22T12:29:01Z info  listening address=127.0.0.1:8080`, for people.
    case text
    /// One JSON object a line, for machines.
    case json
}
