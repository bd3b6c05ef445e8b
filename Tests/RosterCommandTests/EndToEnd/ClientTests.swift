import Foundation
import Subprocess
import SystemPackage
import Testing

struct ClientTests {
    static let folder = Repository.root.appending("Tests/Clients")

    /// Runs a program to its end and returns what it printed.
    static func output(of path: FilePath, _ arguments: [String] = []) async throws -> String {
        let result = try await Subprocess.run(
            .path(path),
            arguments: Arguments(arguments),
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        return result.standardOutput
    }

    /// The Python that has the clients.
    private static var python: FilePath {
        get async throws {
            let line = try await output(of: folder.appending("setup")).split(separator: "\n").last
            return FilePath(String(try #require(line)))
        }
    }

    @Test(
        "clients that people use query, change and follow the registry, over HTTP, WebSocket and events, with TLS too",
        arguments: [false, true]
    )
    func python(isSecure: Bool) async throws {
        let path = try await Self.python
        let program = try RosterProgram()
        try program.directory.write(SelfSigned.certificate, to: "certificate.pem")
        try program.directory.write(SelfSigned.key, to: "key.pem")
        let certificate = program.directory.path.appending("certificate.pem")
        let options = ["--tls-certificate", "certificate.pem", "--tls-key", "key.pem"]
        let output = try await program.serve(isSecure ? options : []) { server in
            let token = try program.contents(of: "admin.token").split(separator: "\n").first ?? ""
            let script = Self.folder.appending("clients.py").string
            // The name that the certificate is for.
            let url = server.url.replacing("//127.0.0.1", with: "//localhost")
            #expect(url.hasPrefix("https:") == isSecure)
            let trust = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"].map { "\($0)=\(certificate)" }
            return try await Self.output(of: "/usr/bin/env", trust + [path.string, script, url, String(token)])
        }
        let lines = output.value.split(separator: "\n")
        for start in ["AIOHTTPTransport:", "WebsocketsTransport:", "events", "session:", "socket:", "ending:"] {
            #expect(lines.contains { $0.hasPrefix(start) })
        }
        for code in [1009, 4400, 4401, 4403, 4406, 4408, 4409, 4429] {
            #expect(lines.contains { $0.hasPrefix("close \(code):") })
        }
    }

    @Test("curl reads, is told that nothing is new, and follows the registry")
    func curl() async throws {
        let program = try RosterProgram()
        let answer = try await program.serve { server in
            try await program.shell(
                """
                token=$(cat data/admin.token)
                set -- -sS --max-time 20 -H "Authorization: Bearer $token" \(server.url)/graphql
                curl "$@" --json '{"query": "{ registry { version } }"}'
                echo
                tag=$(curl "$@" -G --data-urlencode 'query={ registry { version } }' -o /dev/null -D - | tr -d '\\r' | sed -n 's/^ETag: //ip')
                curl "$@" -G --data-urlencode 'query={ registry { version } }' -H "If-None-Match: $tag" -o /dev/null -w '%{http_code}\\n'
                change='{"query": "mutation { createProvider(input: {name: \\"Made up\\", providerSdkId: \\"made-up\\"}) { id } }"}'
                curl "$@" --json "$change" -o /dev/null
                curl "$@" -N -H 'Accept: text/event-stream' --json \
                    '{"query": "subscription { registryChanged(afterVersion: 0) { version } }"}' | sed -n '/^data/{p;q}'
                """
            )
        }
        #expect(answer.value.exitCode == 0, "\(answer.value.errors)")
        let lines = answer.value.output.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                #"{"data":{"registry":{"version":0}}}"#, "304",
                #"data: {"data":{"registryChanged":{"version":1}}}"#,
            ]
        )
    }

    @Test("a server that stops completes what is followed and what flows, tells the others, and ends in order")
    func stopping() async throws {
        let program = try RosterProgram()
        let script = Self.folder.appending("stopping.py").string
        let run = try await program.shell(
            serving: "--drain-timeout 8",
            """
            \(try await Self.python.string) \(script) "$url" "$(cat data/admin.token)" $server
            wait $server
            """
        )
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.components(separatedBy: "stopping:").count == 4)
    }
}
