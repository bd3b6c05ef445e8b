import SystemPackage
import Testing

/// The real server while strangers hold on to all that they can.
struct SiegeTests {
    @Test("slow callers of every kind are cut off, each in its time, and a good one is answered all the while (26)")
    func slowCallers() async throws {
        let program = try RosterProgram()
        let limits = ["--header-timeout", "2", "--body-timeout", "3", "--write-timeout", "2"]
        let siege = try await program.serve(limits) { server in
            let token = try program.contents(of: "admin.token").split(separator: "\n").first ?? ""
            let script = ClientTests.folder.appending("siege.py").string
            return try await ClientTests.output(
                of: "/usr/bin/env", ["python3", script, server.url, String(token), "60"])
        }
        let lines = siege.value.split(separator: "\n")
        for start in [
            "headers, dripped: 60 ended", "bodies, dripped: 30", "chunks, dripped: 30", "answers, unread: 24",
        ] {
            #expect(lines.contains { $0.hasPrefix(start) }, "\(siege.value)")
        }
        #expect(siege.run.exitCode == 0)
        #expect(!siege.run.errors.contains("unforeseen") && !siege.run.errors.contains("Fatal error"))
    }

    @Test("a server whose file descriptors were all taken serves again once they are given back (28)")
    func descriptors() async throws {
        let program = try RosterProgram()
        let script = ClientTests.folder.appending("descriptors.py").string
        let run = try await program.shell(
            after: "ulimit -n 90",
            """
            python3 \(script) "$url" "$(cat data/admin.token)" || failed=1
            kill $server
            wait $server
            exit ${failed:-0}
            """
        )
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("exhausted:") && run.output.contains("given back:"))
    }
}
