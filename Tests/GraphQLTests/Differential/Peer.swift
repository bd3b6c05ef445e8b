import Foundation
import JSON

/// An independent engine in a process of its own, which answers a question a line.
final class Peer {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The folder of the peers' programs, beside the tests.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Peers").standardizedFileURL

    /// The Python that has the engine, installed where it was missing.
    private static let python = Result { () throws -> String in
        let setup = Process()
        let output = Pipe()
        setup.executableURL = folder.appending(path: "setup")
        setup.standardOutput = output
        try setup.run()
        let path = try output.fileHandleForReading.readToEnd() ?? Data()
        setup.waitUntilExit()
        guard setup.terminationStatus == 0 else {
            throw Failure(description: "Tests/Peers/setup could not install the peer engine.")
        }
        return String(decoding: path, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    init() throws {
        process.executableURL = URL(filePath: try Self.python.get())
        process.arguments = [Self.folder.appending(path: "graphql_core_peer.py").path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Sends one question and waits for its answer. The peer reads a question whole before it answers.
    func answer(_ question: JSONValue) throws -> JSONValue {
        var line: [UInt8] = []
        try question.write(to: &line)
        line.append(UInt8(ascii: "\n"))
        try input.fileHandleForWriting.write(contentsOf: Data(line))
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeFirst(end + 1) }
                return try JSONValue(parsing: Array(buffer[..<end]), limits: Self.limits)
            }
            let read = output.fileHandleForReading.availableData
            guard !read.isEmpty else { throw Failure(description: "The peer ended; its words are above.") }
            buffer += read
        }
    }

    private static let limits = JSONLimits(bytes: 1 << 28, nesting: JSONLimits.deepestNesting, nameBytes: 1 << 20)

    deinit {
        // Killed, for another test's process may hold a copy of its input's other end, and where SIGTERM is ignored
        // here it is by whoever was started from here.
        try? input.fileHandleForWriting.close()
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
