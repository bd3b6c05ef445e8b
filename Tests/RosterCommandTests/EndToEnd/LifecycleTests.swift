import Foundation
import Logging
import Postgres
import Subprocess
import SystemPackage
import Testing

@testable import RosterCommand

/// A server from its first start on, as the person at the terminal meets it.
struct LifecycleTests {
    private static let apiKey = "made-up-key-0123456789-of-the-lifecycle"

    private static let create = """
        mutation Create($key: String!) {
          createProvider(input: {
            name: "Made up", providerSdkId: "made-up", baseUrl: "https://made-up.example/v1", apiKey: $key
            models: [{ name: "One", modelSdkId: "made-up:one", isDefault: true }]
          }) { models { modelSdkId isDefault } apiKey { status hint } }
        }
        """

    private static let picker = "{ registry { defaultModelId providers { name models { name modelSdkId } } } }"

    /// Stores a provider with a key, through the server that runs.
    private func store(in program: RosterProgram) async throws {
        let created = try await program.query("--variables", #"{"key": "\#(Self.apiKey)"}"#, input: Self.create)
        #expect(created.exitCode == 0)
        #expect(created.output.contains(#""hint": "ycle""#))
    }

    @Test("what was stored is there after a stop by SIGTERM and after kill -9, and its key is nowhere in the clear")
    func restarts() async throws {
        let program = try RosterProgram()
        let first = try await program.serve(["--log-level", "trace"]) { _ in
            try await store(in: program)
            return try await program.query(Self.picker).output
        }
        #expect(first.value.contains(#""defaultModelId": "made-up:one""#))
        var runs = [first.run]
        for signal in [Signal.terminate, .kill, .terminate] {
            let next = try await program.serve(["--log-level", "trace"], endingWith: signal) { _ in
                try await program.query(Self.picker).output
            }
            #expect(next.value == first.value)
            #expect(signal == .kill || next.run.exitCode == 0)
            runs.append(next.run)
        }
        for run in runs {
            #expect(!run.output.contains(Self.apiKey))
            #expect(!run.errors.contains(Self.apiKey))
        }
        #expect(try program.files(holding: Self.apiKey).isEmpty)
        #expect(try !program.files(holding: "https://made-up.example/v1").isEmpty)
    }

    @Test("the first start, and only that, shows a token, which nobody else can read; a stop leaves nothing running")
    func firstStart() async throws {
        let program = try RosterProgram()
        let first = try await program.serve { server in
            #expect(program.mode(of: "server.json") == 0o600)
            let announced = try program.contents(of: "server.json")
            #expect(announced.contains(server.url))
        }
        let token = try program.contents(of: "admin.token").prefix { !$0.isNewline }
        #expect(first.run.exitCode == 0)
        #expect(first.run.output.contains("/#token=\(token)"))
        #expect(!first.run.errors.contains(token))
        #expect(program.mode(of: "admin.token") == 0o600)
        #expect(program.mode(of: "master.key") == 0o400)
        #expect(!program.dataDirectory.appending("server.json").exists)
        #expect(!program.dataDirectory.appending("postgres/data/postmaster.pid").exists)

        let second = try await program.serve { _ in }
        #expect(!second.run.output.contains(token))
        #expect(second.run.output.contains("token is in \(program.dataDirectory.appending("admin.token"))"))
    }

    @Test("a start with another master key says which is needed for how many secrets, and writes nothing")
    func otherMasterKey() async throws {
        let program = try RosterProgram()
        _ = try await program.serve { _ in try await store(in: program) }
        let other = "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211"
        let run = try await program.run(["serve", "--port", "0"], environment: ["ROSTER_MASTER_KEY": other])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains(/Needed: \w+ for 1 API key\. Configured: \w+\./))
        #expect(run.output.isEmpty)
        let after = try await program.serve { _ in
            try await program.query("{ providers { nodes { apiKey { status } } } }").output
        }
        #expect(after.value.contains("READY"))
    }

    @Test("a start without the master key that is needed makes no other in its place")
    func missingMasterKey() async throws {
        let program = try RosterProgram()
        let key = ["ROSTER_MASTER_KEY": "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211"]
        _ = try await program.serve(environment: key) { _ in try await store(in: program) }
        let run = try await program.run(["serve", "--port", "0"])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("Nothing was written."))
        #expect(!program.dataDirectory.appending("master.key").exists)
    }

    @Test("a port and a data directory that another server has are refused in words")
    func inUse() async throws {
        let program = try RosterProgram()
        _ = try await program.serve { server in
            let port = String(server.url.split(separator: ":").last ?? "")
            let samePort = try await RosterProgram().run(["serve", "--port", port])
            #expect(samePort.exitCode == 69)
            #expect(samePort.errors.contains("Port \(port) at 127.0.0.1 is in use"))
            let sameDirectory = try await program.run(["serve", "--port", "0"])
            #expect(sameDirectory.exitCode == 69)
            #expect(sameDirectory.errors.contains(program.dataDirectory.string))
            let first = try await program.query("{ viewer { name } }")
            #expect(first.exitCode == 0)
        }
    }

    @Test("with a certificate the server speaks HTTPS, and commands on its machine trust it")
    func https() async throws {
        let program = try RosterProgram()
        try program.directory.write(SelfSigned.certificate, to: "certificate.pem")
        try program.directory.write(SelfSigned.key, to: "key.pem")
        try program.directory.write(SelfSigned.otherKey, to: "other.pem")
        let files = ["--tls-certificate", "certificate.pem", "--tls-key"]
        let served = try await program.serve(files + ["key.pem"]) { server in
            #expect(server.url.hasPrefix("https://"))
            return try await program.query("{ viewer { name } }")
        }
        #expect(served.value.exitCode == 0)
        let mismatch = try await program.run(["serve", "--port", "0"] + files + ["other.pem"])
        #expect(mismatch.exitCode == 78)
        #expect(mismatch.errors.contains("other.pem does not belong to the certificate"))
    }

    @Test("for trying out the server makes a certificate, which commands on its machine trust")
    func selfSigned() async throws {
        let program = try RosterProgram()
        let served = try await program.serve(["--tls-self-signed", "localhost,127.0.0.1"]) { server in
            #expect(server.url.hasPrefix("https://"))
            #expect(program.mode(of: "certificate.key") == 0o600)
            return try await program.query("{ viewer { name } }")
        }
        #expect(served.value.exitCode == 0)
    }

    @Test("callers must show a certificate where an authority for them is named")
    func clientCertificates() async throws {
        let program = try RosterProgram()
        try program.directory.write(SelfSigned.certificate, to: "authority.pem")
        let arguments = ["--tls-self-signed", "localhost,127.0.0.1", "--tls-client-ca", "authority.pem"]
        let served = try await program.serve(arguments) { _ in try await program.query("{ viewer { name } }") }
        #expect(served.value.exitCode != 0)
    }

    @Test("a signal to stop ends the server in time, whatever connections are in the middle of")
    func drain() async throws {
        let program = try RosterProgram()
        var held: [HeldConnection] = []
        let served = try await program.serve(["--drain-timeout", "1"]) { server in
            let port = try #require(server.url.split(separator: ":").last.flatMap { UInt16($0) })
            for text in [
                "", "GET /livez HTTP/1.1\r\nHost: a\r\n", "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
            ] {
                for _ in 0..<10 { held.append(try HeldConnection(port: port, sending: text)) }
            }
            return try await program.query("{ viewer { name } }").exitCode
        }
        #expect(served.value == 0)
        #expect(served.run.exitCode == 0)
        #expect(served.run.errors.contains("stopped"))
        withExtendedLifetime(held) {}
    }

    @Test("a database of one's own is migrated, served and kept apart from the data directory's cluster")
    func ownDatabase() async throws {
        let keeper = try RosterProgram()
        _ = try await keeper.serve { _ in
            let cluster = Cluster(directory: keeper.dataDirectory, logger: Logger(label: "tests"))
            let environment = [
                "DATABASE_URL": try cluster.connectionString(),
                "ROSTER_MASTER_KEY": "9f2c4e6a81b3d5f70f1e2d3c4b5a69788796a5b4c3d2e1f0fedcba9876543211",
            ]
            let program = try RosterProgram()
            let migrated = try await program.run(["migrate"], environment: environment)
            #expect(migrated.exitCode == 0)
            #expect(migrated.output == "Nothing to do.\n")
            let token = try keeper.contents(of: "admin.token").prefix { !$0.isNewline }
            let served = try await program.serve(environment: environment) { server in
                try await program.run(
                    ["query", "{ viewer { name } }"],
                    environment: ["ROSTER_URL": server.url, "ROSTER_TOKEN": String(token)]
                )
            }
            #expect(served.value.exitCode == 0)
            #expect(!program.dataDirectory.appending("postgres").exists)
        }
    }

    @Test("a query prints the response, and its exit code says whether that has errors")
    func queries() async throws {
        let program = try RosterProgram()
        try program.directory.write(String(repeating: "#", count: 5 << 20) + "\n{ viewer { name } }", to: "5MB.graphql")
        _ = try await program.serve { server in
            let wrong = try await program.query("{ nope }")
            #expect(wrong.exitCode == 1)
            #expect(wrong.output.contains("GRAPHQL_VALIDATION_FAILED"))
            #expect(wrong.errors.isEmpty)
            let large = try await program.query("--file", "5MB.graphql")
            #expect(large.exitCode == 1)
            #expect(large.output.contains("LIMIT_EXCEEDED") || large.errors.contains("413"))
            let stranger = try await program.run(
                ["query", "{ viewer { name } }"], environment: ["ROSTER_URL": server.url])
            #expect(stranger.exitCode == 1)
            #expect(stranger.output.contains("UNAUTHENTICATED"))
            let named = try await program.query(
                "--operation", "B", "query A { nope: __typename } query B { viewer { role } }")
            #expect(named.output == "{\n  \"data\": {\n    \"viewer\": {\n      \"role\": \"ADMIN\"\n    }\n  }\n}\n")
        }
    }

    @Test("the README's first query and first mutation can be pasted as they are")
    func readme() async throws {
        let section = try Repository.text(of: "README.md").components(separatedBy: "## First query")[1]
        let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
        let script = try #require(block.components(separatedBy: "```").first)
            .split(separator: "\n").filter { !$0.hasPrefix("alias roster=") }.joined(separator: "\n")
        let program = try RosterProgram()
        let served = try await program.serve { _ in try await program.shell(script) }
        #expect(served.value.exitCode == 0)
        #expect(served.value.output.contains(#""version": 0"#))
        #expect(served.value.output.contains(#""defaultModelId": "openai:gpt-4o-mini""#))
    }

    @Test("the schema is printed without a server, as it is checked in")
    func schema() async throws {
        let run = try await RosterProgram().run(["schema"])
        #expect(run.exitCode == 0)
        #expect(run.output == (try Repository.text(of: "schema/schema.graphql")))
    }
}
