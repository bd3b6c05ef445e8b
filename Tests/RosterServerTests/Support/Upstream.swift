import AsyncHTTPClient
import JSON
import NIOCore
import OrderedCollections
import Subprocess
import SystemPackage

/// The made-up provider of `Tests/Upstream/upstream.py`, running.
struct Upstream: Sendable {
    /// Without TLS, and without a slash at the end.
    let plain: String
    /// With a certificate that nobody trusts, for `upstream.test`.
    let secure: String

    static let folder = LiveSite.root.appending("Tests/Upstream")

    /// Starts it for the length of `body`.
    static func with(_ body: @Sendable (Upstream) async throws -> Void) async throws {
        let result = try await Subprocess.run(
            .name("python3"),
            arguments: [folder.appending("upstream.py").string],
            input: .inputWriter,
            output: .sequence,
            error: .discarded
        ) { process -> Result<Void, any Error> in
            var lines: [String] = []
            for try await line in process.standardOutput.strings() {
                lines.append(line.filter { !$0.isWhitespace })
                if lines.count == 2 { break }
            }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(Upstream(plain: lines[0], secure: lines[1])))
            } catch {
                result = .failure(error)
            }
            try await process.standardInputWriter.finish()
            return result
        }
        try result.closureResult.get()
    }

    /// The requests so far.
    func requests() async throws -> [JSONValue] {
        try await get("/requests").arrayValue ?? []
    }

    /// How many streams are `open`, `finished` and `abandoned`.
    func streams(_ state: String) async throws -> Int? {
        try await get("/streams")[state]?.intValue
    }

    private func get(_ path: String) async throws -> JSONValue {
        let response = try await HTTPClient.shared.get(url: plain + path).get()
        return try JSONValue(parsing: response.body.map { Array(buffer: $0) } ?? [])
    }
}
