import Foundation
import SystemPackage
import Testing

@testable import RosterCommand

/// Starts that cannot succeed: each ends with one sentence and the exit code that says whose business it is.
struct RefusedStartTests {
    private func start(
        _ program: RosterProgram,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> RosterProgram.Run {
        try await program.run(["serve", "--port", "0"] + arguments, environment: environment)
    }

    @Test(
        "a master key that is none is refused before anything is made",
        arguments: [
            "", "short", String(repeating: "0", count: 64), String(repeating: "ab", count: 31),
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        ]
    )
    func masterKey(key: String) async throws {
        let program = try RosterProgram()
        let run = try await start(program, environment: ["ROSTER_MASTER_KEY": key])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("ROSTER_MASTER_KEY"))
        #expect(key.isEmpty || !run.errors.contains(key))
        #expect(!program.dataDirectory.appending("postgres").exists)
    }

    @Test("a database that nobody answers for is not available")
    func unreachableDatabase() async throws {
        let run = try await start(
            RosterProgram(),
            environment: [
                "DATABASE_URL": "postgres://u:made-up-password@127.0.0.1:1/d",
                "ROSTER_MASTER_KEY": "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211",
            ]
        )
        #expect(run.exitCode == 69)
        #expect(run.errors.contains("The database cannot be reached."))
        #expect(!run.errors.contains("made-up-password"))
    }

    @Test("a connection string that is none is wrong configuration")
    func connectionString() async throws {
        let run = try await start(
            RosterProgram(),
            environment: [
                "DATABASE_URL": "mysql://made-up-password@h",
                "ROSTER_MASTER_KEY": "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211",
            ]
        )
        #expect(run.exitCode == 78)
        #expect(!run.errors.contains("made-up-password"))
    }

    @Test("a certificate or key that is none is refused by name, before the cluster is made")
    func certificate() async throws {
        let program = try RosterProgram()
        try program.directory.write("none", to: "certificate.pem")
        try program.directory.write("none", to: "key.pem")
        let run = try await start(program, ["--tls-certificate", "certificate.pem", "--tls-key", "key.pem"])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("certificate.pem"))
        #expect(!program.dataDirectory.appending("postgres").exists)
    }

    @Test("a data directory that cannot be made is refused by name")
    func dataDirectory() async throws {
        let program = try RosterProgram()
        try program.directory.write("a file", to: "occupied")
        let path = program.directory.path.appending("occupied").string
        let run = try await start(program, ["--data-dir", path])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains(path))
    }

    @Test(
        "wrong arguments are wrong usage",
        arguments: [
            ["serve", "--port", "many"], ["serve", "--nonsense"], ["serve", "--port", "70000"], ["dance"],
            ["serve", "--log-level", "loud"], ["query", "--variables", "[1]", "{a}"],
            ["query", "--file", "/nonexistent"],
        ]
    )
    func usage(arguments: [String]) async throws {
        let run = try await RosterProgram().run(arguments)
        #expect(run.exitCode == 2)
        #expect(!run.errors.isEmpty)
        #expect(run.output.isEmpty)
    }

    @Test("help is what was asked for, and has an example", arguments: ["serve", "query", "migrate", "schema"])
    func help(command: String) async throws {
        let run = try await RosterProgram().run([command, "--help"])
        #expect(run.exitCode == 0)
        #expect(run.output.contains("  roster \(command)"))
        #expect(run.errors.isEmpty)
    }

    @Test("a query without a server anywhere is not available, and says how to start one")
    func noServer() async throws {
        let run = try await RosterProgram().query("{ viewer { name } }")
        #expect(run.exitCode == 69)
        #expect(run.errors.contains("roster serve"))
    }

    @Test("a query to an address where nobody listens is not available")
    func nobodyListens() async throws {
        let run = try await RosterProgram().run(["query", "{a}"], environment: ["ROSTER_URL": "http://127.0.0.1:1"])
        #expect(run.exitCode == 69)
        #expect(run.errors.contains("http://127.0.0.1:1"))
    }
}
