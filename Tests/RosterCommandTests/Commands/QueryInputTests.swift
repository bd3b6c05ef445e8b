import JSON
import SystemPackage
import Testing

@testable import RosterCommand

struct QueryInputTests {
    @Test("the body has what was given and nothing else")
    func body() throws {
        let input = try QueryInput(argument: "{a}", file: nil, variables: #"{"n": 1}"#, operationName: "Q")
        let text = String(decoding: input.body, as: UTF8.self)
        #expect(text == #"{"query":"{a}","variables":{"n":1},"operationName":"Q"}"#)
        let least = try QueryInput(argument: "{a}", file: nil, variables: nil, operationName: nil)
        #expect(String(decoding: least.body, as: UTF8.self) == #"{"query":"{a}"}"#)
    }

    @Test("document and variables can come from files")
    func files() throws {
        let directory = try TemporaryDirectory()
        try directory.write("{a}\n", to: "q.graphql")
        try directory.write(#"{"n": [1]}"#, to: "v.json")
        let input = try QueryInput(
            argument: nil,
            file: directory.path.appending("q.graphql").string,
            variables: "@" + directory.path.appending("v.json").string,
            operationName: nil
        )
        #expect(input.document == "{a}\n")
        #expect(input.variables == ["n": [1]])
    }

    @Test(
        "what cannot be sent is refused as wrong usage",
        arguments: [
            ("{a}", "q.graphql", nil),
            (" \n", nil, nil),
            (nil, "/nonexistent/q.graphql", nil),
            ("{a}", nil, "[1]"),
            ("{a}", nil, "{"),
            ("{a}", nil, "@/nonexistent/v.json"),
        ] as [(String?, String?, String?)]
    )
    func refusals(argument: String?, file: String?, variables: String?) {
        let fault = #expect(throws: CommandFault.self) {
            try QueryInput(argument: argument, file: file, variables: variables, operationName: nil)
        }
        #expect(fault?.exitCode == .usage)
    }
}
