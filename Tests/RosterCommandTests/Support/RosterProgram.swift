import Foundation
import Glibc
import Subprocess
import SystemPackage

@testable import RosterCommand

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
            output: result.standardOutput,
            errors: result.standardError
        )
    }

    /// Runs a shell script in which `roster` is the program.
    func shell(_ script: String) async throws -> Run {
        let path = "\(path.removingLastComponent()):/usr/bin:/bin"
        let result = try await Subprocess.run(
            .path("/bin/sh"),
            arguments: ["-e", "-c", script],
            environment: .custom(environment(["PATH": path])),
            workingDirectory: directory.path,
            output: .string(limit: 1 << 24),
            error: .string(limit: 1 << 24)
        )
        return Run(
            status: result.terminationStatus,
            output: result.standardOutput,
            errors: result.standardError
        )
    }

    /// Runs a shell script beside a server, of which `server` is the process and `url` the address; the script ends it.
    ///
    /// - Parameter limit: what the shell does before it starts the server.
    func shell(serving options: String = "", after limit: String = ":", _ script: String) async throws -> Run {
        try await shell(
            """
            mkfifo out
            (\(limit); exec roster serve --port 0 \(options)) > out &
            server=$!
            exec 3< out
            read -r line <&3
            url=${line##* at }
            url=${url%/}
            \(script)
            """
        )
    }

    /// Asks the server that runs on the data directory.
    func query(_ arguments: String..., input: String = "") async throws -> Run {
        try await run(["query"] + arguments, input: input)
    }

    /// Starts a server, waits until it says where it listens, and ends it with a signal after `body`.
    func serve<Value: Sendable>(
        _ arguments: [String] = [],
        command: String = "serve",
        environment more: [String: String] = [:],
        endingWith signal: Signal = .terminate,
        _ body: (Server) async throws -> Value
    ) async throws -> (run: Run, value: Value) {
        let result = try await Subprocess.run(
            .path(path),
            arguments: Arguments([command, "--port", "0"] + arguments),
            environment: .custom(environment(more)),
            workingDirectory: directory.path,
            input: .none,
            output: .sequence,
            error: .string(limit: 1 << 24)
        ) { process in
            var lines: [String] = []
            var value: Result<Value, any Error>?
            for try await line in process.standardOutput.strings() {
                lines.append(line)
                // It prints all of its lines at once.
                guard let url = line.firstMatch(of: /listens at (\S+)\/(?:graphql)?$/)?.1 else { continue }
                do {
                    value = .success(try await body(Server(url: String(url))))
                } catch {
                    value = .failure(error)
                }
                try process.send(signal: signal)
            }
            return (output: lines.joined(separator: "\n"), value: value)
        }
        let run = Run(
            status: result.terminationStatus,
            output: result.closureResult.output,
            errors: result.standardError
        )
        guard let value = result.closureResult.value else { throw DidNotStart(run: run) }
        return (run, try value.get())
    }

    /// A server ended without ever having listened.
    struct DidNotStart: Error {
        let run: Run
    }

    /// A server that is running.
    struct Server: Sendable {
        /// Without a slash at the end.
        let url: String
    }
}

extension RosterProgram {
    /// A file of the data directory.
    func contents(of name: String) throws -> String {
        let bytes = try dataDirectory.appending(name).contents(upTo: 1 << 24)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The permission bits of a file of the data directory.
    func mode(of name: String) -> UInt32 {
        var status = stat()
        guard stat(dataDirectory.appending(name).string, &status) == 0 else { return 0 }
        return status.st_mode & 0o7777
    }

    /// The files of the data directory that hold a text, the cluster's among them.
    func files(holding text: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: dataDirectory.string)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            let bytes = try? Data(contentsOf: URL(filePath: dataDirectory.appending(name).string))
            return bytes?.range(of: Data(text.utf8)) != nil
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
