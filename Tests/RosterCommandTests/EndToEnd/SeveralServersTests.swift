import Foundation
import Logging
import Postgres
import Subprocess
import SystemPackage
import Testing

@testable import RosterCommand

/// Servers that share a database, each a process of its own.
struct SeveralServersTests {
    /// What an administrator sees of a run that two servers, the first with a cluster of its own, have in common.
    private struct Pair {
        let first: RosterProgram
        let second: RosterProgram
        let firstURL: String
        let secondURL: String
        let cluster: Cluster

        var adminToken: String {
            get throws { String(try first.contents(of: "admin.token").prefix { !$0.isNewline }) }
        }

        /// Runs a command against one of them.
        func run(_ arguments: [String], at url: String, as token: String) async throws -> RosterProgram.Run {
            try await second.run(arguments, environment: ["ROSTER_URL": url, "ROSTER_TOKEN": token])
        }

        /// Asks the second server again and again until it answers so; false after ten seconds, the longest promised.
        func isSeen(_ token: String, _ query: String, _ isExpected: (RosterProgram.Run) -> Bool) async throws -> Bool {
            let start = ContinuousClock.now
            while ContinuousClock.now < start + .seconds(10) {
                if isExpected(try await run(["query", query], at: secondURL, as: token)) { return true }
            }
            return false
        }
    }

    private func withPair(_ body: (Pair) async throws -> Void) async throws {
        let (first, second) = (try RosterProgram(), try RosterProgram())
        _ = try await first.serve { firstServer in
            let cluster = Cluster(directory: first.dataDirectory, logger: Logger(label: "tests"))
            let environment = [
                "DATABASE_URL": try cluster.connectionString(),
                "ROSTER_MASTER_KEY_FILE": first.dataDirectory.appending("master.key").string,
            ]
            let ended = try await second.serve(environment: environment) { secondServer in
                try await body(
                    Pair(
                        first: first, second: second, firstURL: firstServer.url, secondURL: secondServer.url,
                        cluster: cluster))
            }
            #expect(ended.run.exitCode == 0)
        }
    }

    private static func create(_ name: String) -> [String] {
        ["query", #"mutation { createProvider(input: { name: "\#(name)", providerSdkId: "\#(name)" }) { id } }"#]
    }

    private static let names = "{ registry { providers { name } } }"

    @Test("what one does the other shows, and a token that one revokes the other refuses, also after LISTEN was cut")
    func follow() async throws {
        try await withPair { pair in
            let admin = try pair.adminToken
            let keeper = try await Connection.open(pair.cluster.settings())
            for name in ["told", "missed"] {
                let made = try await pair.run(
                    ["token", "create", name, "--role", "viewer"], at: pair.firstURL, as: admin)
                let token = made.output.trimmingCharacters(in: .newlines)
                #expect(try await pair.isSeen(token, Self.names) { $0.exitCode == 0 })
                if name == "missed" {
                    let cut = try await keeper.query(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'",
                        as: Bool.self)
                    #expect(cut == [true, true])
                }
                let changed = try await pair.run(Self.create(name), at: pair.firstURL, as: admin)
                #expect(changed.exitCode == 0)
                #expect(try await pair.isSeen(token, Self.names) { $0.output.contains(name) })
                let id = name == "told" ? "token_2" : "token_3"
                let revoked = try await pair.run(["token", "revoke", id], at: pair.firstURL, as: admin)
                #expect(revoked.output == "Revoked \(id), \(name).\n")
                #expect(
                    try await pair.isSeen(token, Self.names) {
                        $0.exitCode == 1 && $0.output.contains("UNAUTHENTICATED")
                    })
            }
            await keeper.close()
        }
    }
}

/// `roster token`, against a server that runs.
struct TokenCommandTests {
    @Test("makes a token whose secret alone is on standard output, lists it without, and revokes it")
    func life() async throws {
        let program = try RosterProgram()
        _ = try await program.serve { server in
            let made = try await program.run(["token", "create", "ci", "--role", "editor"])
            #expect(made.exitCode == 0)
            let secret = made.output.trimmingCharacters(in: .newlines)
            #expect(secret.wholeMatch(of: /rst_[\w-]{48}/) != nil)
            #expect(made.errors.contains("token_2") && !made.errors.contains(secret))
            let used = try await program.run(
                ["query", "{ viewer { name role } }"],
                environment: ["ROSTER_URL": server.url, "ROSTER_TOKEN": secret])
            #expect(used.output.contains(#""role": "EDITOR""#))
            let list = try await program.run(["token", "list"])
            #expect(list.output.contains(/token_1 +ADMIN +….{4} +\d{4}-.* valid +administrator\n/))
            #expect(list.output.contains(/token_2 +EDITOR +….{4} +\d{4}-.* valid +ci\n/))
            #expect(!list.output.contains(secret))
            #expect(try await program.run(["token", "revoke", "token_2"]).exitCode == 0)
            #expect(try await program.run(["token", "list"]).output.contains(/revoked +ci\n/))
            let json = try await program.run(["token", "list", "--json"])
            #expect(json.output.hasPrefix("[\n") && json.output.contains(#""name": "ci""#))
        }
    }

    static let refused: [(arguments: [String], exitCode: Int32, words: String)] = [
        (["revoke", "token_1"], 1, "last usable token with the role ADMIN"),
        (["revoke", "token_9"], 1, "There is no such token"),
        (["create", " ", "--role", "viewer"], 1, "must not be empty"),
        (["create", "a", "--role", "viewer", "--expires-at", "2001-01-01T00:00:00Z"], 1, "This time has passed"),
        (["create", "a", "--role", "owner"], 2, "viewer, member, editor"),
        (["create", "a"], 2, "--role"),
        (["create", "a", "--role", "viewer", "--expires-at", "soon"], 2, "expires-at"),
    ]

    @Test("says what it cannot do, in words and by its exit code")
    func refusals() async throws {
        let program = try RosterProgram()
        _ = try await program.serve { _ in
            for (arguments, exitCode, words) in Self.refused {
                let run = try await program.run(["token"] + arguments)
                #expect(run.exitCode == exitCode, "\(arguments)")
                #expect(run.errors.contains(words) && run.output.isEmpty, "\(arguments): \(run.errors)")
            }
        }
        let nobody = try await program.run(["token", "list"])
        #expect(nobody.exitCode == 69)
    }
}
