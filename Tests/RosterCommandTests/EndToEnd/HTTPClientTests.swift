import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import RosterCommand

/// Gateway and routes as packages for Python see them.
struct HTTPClientTests {
    private static let canary = "made-up-canary-0123456789-of-the-gateway"

    @Test("the openai package talks to models, and their providers' key is nowhere to be found")
    func openAI() async throws {
        let program = try RosterProgram()
        let served = try await program.serve(["--log-level", "trace"]) { server in
            let token = try program.contents(of: "admin.token").prefix { !$0.isNewline }
            let metrics = try await program.shell("curl -s \(server.url)/metrics")
            #expect(!metrics.output.contains(Self.canary))
            return try await program.client(
                "test_openai.py",
                environment: [
                    "ROSTER_URL": server.url, "ROSTER_TOKEN": String(token), "ROSTER_CANARY": Self.canary,
                ]
            )
        }
        #expect(served.value.exitCode == 0, "\(served.value.errors)")
        #expect(served.value.errors.contains(/Ran 1\d tests/))
        #expect(!served.run.errors.contains(Self.canary))
        #expect(!served.run.output.contains(Self.canary))
        #expect(served.run.exitCode == 0)
        #expect(try program.files(holding: Self.canary).isEmpty)
    }

    @Test("the routes answer as the description of them says, which is valid")
    func rest() async throws {
        let program = try RosterProgram()
        let served = try await program.serve { server in
            let token = try program.contents(of: "admin.token").prefix { !$0.isNewline }
            return try await program.client(
                "test_rest.py", environment: ["ROSTER_URL": server.url, "ROSTER_TOKEN": String(token)])
        }
        #expect(served.value.exitCode == 0, "\(served.value.errors)")
        #expect(served.value.errors.contains("Ran 2 tests"))
    }
}

extension RosterProgram {
    /// Runs a script of `Tests/Clients` with the Python that has its packages.
    func client(_ script: String, environment: [String: String]) async throws -> Run {
        let folder = Repository.root.appending("Tests/Clients")
        let python = try await shell(folder.appending("setup").string)
        let result = try await Subprocess.run(
            .path(FilePath(String(python.output.prefix { !$0.isNewline }))),
            arguments: [folder.appending(script).string],
            environment: .custom(self.environment(environment)),
            output: .string(limit: 1 << 24),
            error: .string(limit: 1 << 24)
        )
        return Run(
            status: result.terminationStatus, output: result.standardOutput, errors: result.standardError)
    }
}
