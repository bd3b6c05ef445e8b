import Glibc
import Subprocess
import SystemPackage

/// The program `roster` as it was built, beside the bundle of these tests.
struct RosterProgram: Sendable {
    let path: FilePath
    let directory: TemporaryDirectory

    /// What a run left behind.
    struct Run: Sendable {
        let status: TerminationStatus
        let output: String
        let errors: String

        var exitCode: Int32? {
            if case .exited(let code) = status { code } else { nil }
        }
    }

    /// With an empty data directory of its own.
    init() throws {
        path = try FilePath.testBundle.removingLastComponent().appending("roster")
        directory = try TemporaryDirectory()
    }

    /// The environment of a run: nothing of ours but where programs and pages are.
    func environment(_ more: [String: String] = [:]) -> [Environment.Key: String] {
        var values = [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "ROSTER_HOME": Repository.root.string,
            "ROSTER_DATA_DIR": dataDirectory.string,
        ]
        values.merge(more) { $1 }
        return Dictionary(uniqueKeysWithValues: values.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    }

    var dataDirectory: FilePath { directory.path.appending("data") }

    /// Runs the program to its end.
    func run(
        _ arguments: [String],
        environment more: [String: String] = [:],
        input: String = ""
    ) async throws -> Run {
        let result = try await Subprocess.run(
            .path(path),
            arguments: Arguments(arguments),
            environment: .custom(environment(more)),
            workingDirectory: directory.path,
            input: .string(input),
            output: .string(limit: 1 << 24),
            error: .string(limit: 1 << 24)
        )
        return Run(
            status: result.terminationStatus,
            output: result.standardOutput ?? "",
            errors: result.standardError ?? ""
        )
    }

    /// Asks the server that runs on the data directory.
    func query(_ arguments: String..., input: String = "") async throws -> Run {
        try await run(["query"] + arguments, input: input)
    }

    /// Starts a server, waits until it says where it listens, and stops it after `body`.
    func serve(
        _ arguments: [String] = [],
        environment more: [String: String] = [:],
        endingWith signal: Signal = .terminate,
        _ body: @Sendable (Server) async throws -> Void = { _ in }
    ) async throws -> Run {
        let result = try await Subprocess.run(
            .path(path),
            arguments: Arguments(["serve", "--port", "0"] + arguments),
            environment: .custom(environment(more)),
            workingDirectory: directory.path,
            input: .none,
            output: .sequence,
            error: .string(limit: 1 << 24)
        ) { process in
            var lines: [String] = []
            var iterator = process.standardOutput.strings().makeAsyncIterator()
            while let line = try await iterator.next() {
                lines.append(line)
                if let url = line.firstMatch(of: /^Roster listens at (\S+)\/$/)?.1 {
                    let outcome = await Self.outcome { try await body(Server(url: String(url))) }
                    // The body may have stopped it already.
                    try? process.send(signal: signal)
                    while let line = try await iterator.next() { lines.append(line) }
                    try outcome.get()
                }
            }
            return lines.joined(separator: "\n")
        }
        return Run(
            status: result.terminationStatus,
            output: result.closureResult,
            errors: result.standardError ?? ""
        )
    }

    /// A server that is running.
    struct Server: Sendable {
        /// Without a slash at the end.
        let url: String
    }

    private static func outcome(_ body: () async throws -> Void) async -> Result<Void, any Error> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}

extension FilePath {
    /// The program that these tests run in.
    fileprivate static var testBundle: FilePath {
        get throws {
            let path = FilePath("/proc/self/exe")
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = readlink(path.string, &buffer, buffer.count)
            guard count > 0 else { throw Errno(rawValue: errno) }
            return FilePath(String(decoding: buffer.prefix(count), as: UTF8.self))
        }
    }
}
