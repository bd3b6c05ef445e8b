import Testing

@testable import RosterCommand

/// `roster check` and `roster mock`, as they are used in a front end's project.
struct CheckTests {
    @Test("documents that are right say nothing, against Roster's schema and against any other")
    func right() async throws {
        let program = try RosterProgram()
        try program.directory.write("{ registry { defaultModelId } }", to: "picker.graphql")
        try program.directory.write("type Query { moons: [String!]! }", to: "schema.graphql")
        let own = try await program.run(["check", "picker.graphql"])
        #expect((own.exitCode, own.output, own.errors) == (0, "", ""))
        let other = try await program.run(["check", "--schema", "schema.graphql", "-"], input: "{ moons }")
        #expect((other.exitCode, other.output, other.errors) == (0, "", ""))
    }

    @Test("what is wrong is shown with its line and a caret, and ends with 1")
    func wrong() async throws {
        let program = try RosterProgram()
        try program.directory.write("{\n\tregistry {\n\t\tdefaultModel { nam }\n\t}\n}\n", to: "a.graphql")
        try program.directory.write("query { registry { version }", to: "b.graphql")
        let run = try await program.run(["check", "a.graphql", "b.graphql"])
        #expect(run.exitCode == 1)
        #expect(
            run.output == """
                a.graphql:3:18: error: Cannot query field "nam" on type "RegistryModel". Did you mean "name"?
                    3 | \t\tdefaultModel { nam }
                      | \t\t               ^
                b.graphql:1:29: error: Syntax Error: Expected Name, found <EOF>.
                    1 | query { registry { version }
                      |                             ^

                """
        )
        #expect(run.errors == "roster: 2 errors.\n")
    }

    @Test("--json is a list for machines, empty where nothing is wrong")
    func json() async throws {
        let program = try RosterProgram()
        let wrong = try await program.run(["check", "--json", "-"], input: "{ nothing }")
        #expect(wrong.exitCode == 1)
        #expect(wrong.output.contains(#""code": "GRAPHQL_VALIDATION_FAILED""#))
        #expect(wrong.output.contains(#""column": 3"#))
        let right = try await program.run(["check", "--json", "-"], input: "{ __typename }")
        #expect((right.exitCode, right.output) == (0, "[]\n"))
    }

    @Test(
        "a file that is not there, and a schema that is none, are wrong usage",
        arguments: [
            (["check", "missing.graphql"], "missing.graphql cannot be read"),
            (["check", "--schema", "broken.graphql", "-"], "broken.graphql is no schema"),
            (["mock", "--schema", "broken.graphql"], "broken.graphql is no schema"),
        ]
    )
    func refused(arguments: [String], words: String) async throws {
        let program = try RosterProgram()
        try program.directory.write("type Query { a: Missing }", to: "broken.graphql")
        let run = try await program.run(arguments)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(words))
    }

    @Test("the mock answers any schema over HTTP, and ends with 0 on SIGTERM")
    func mock() async throws {
        let program = try RosterProgram()
        try program.directory.write(
            "type Query { moon(name: String!): Moon! } type Moon { name: String! radius: Float! }", to: "s.graphql")
        let mock = try await program.serve(["--schema", "s.graphql"], command: "mock") { server in
            let environment = ["ROSTER_URL": server.url, "ROSTER_TOKEN": "whatever-the-front-end-sends"]
            let right = try await program.run(
                ["query", #"{ moon(name: "Io") { name radius } }"#], environment: environment)
            let wrong = try await program.run(["query", "{ sun }"], environment: environment)
            let options = try await program.shell(
                "curl -sS -X OPTIONS -H 'Origin: http://front.example' -o /dev/null -D - \(server.url)/graphql")
            #expect(options.output.contains("204") && options.output.lowercased().contains("allow-origin: *"))
            return (right: right, wrong: wrong)
        }
        #expect(mock.value.right.exitCode == 0)
        #expect(mock.value.right.output.contains(#""name": "Io""#))
        #expect(mock.value.wrong.exitCode == 1)
        #expect(mock.run.exitCode == 0)
    }
}
