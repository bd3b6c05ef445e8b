import Logging
import Testing

@testable import RosterCommand

struct LogLineTests {
    private func line(_ message: String, _ metadata: [(String, Logger.Metadata.Value)] = []) -> LogLine {
        LogLine(
            time: "2025-11-22T12:29:01Z",
            level: .info,
            message: message,
            metadata: metadata.map { (key: $0.0, value: $0.1) }
        )
    }

    @Test("a text line has time, level, message and pairs, quoted where they need it")
    func text() {
        let line = line("request", [("path", "/a b"), ("status", "200"), ("empty", "")])
        #expect(
            line.written(as: .text) == #"2025-11-22T12:29:01Z info     request path="/a b" status=200 empty="""#
        )
    }

    @Test("nothing that was sent can forge a second line or steer a terminal", arguments: LogFormat.allCases)
    func forgery(format: LogFormat) {
        let hostile = "a\nb\r\u{1B}[2Jc\u{202E}d\u{2028}e"
        let written = line(hostile, [("path", "\(hostile)")]).written(as: format)
        #expect(!written.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{7F}" })
    }

    @Test("a JSON line is one object with the pairs beside the message, which they cannot replace")
    func json() {
        let line = line("said \"so\"", [("status", "200"), ("level", "forged")])
        #expect(
            line.written(as: .json)
                == #"{"time":"2025-11-22T12:29:01Z","level":"info","message":"said \"so\"","status":"200"}"#
        )
    }
}
