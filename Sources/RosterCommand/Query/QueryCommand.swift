import ArgumentParser
import JSON
import SystemPackage

/// `roster query`.
struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Sends a GraphQL document to a running server and prints the JSON response.",
        discussion: """
            The server is the one that runs on the data directory here, or the one that ROSTER_URL names, which is \
            shown the token in ROSTER_TOKEN.

              roster query '{ registry { defaultModelId providers { name models { modelSdkId name } } } }'
              roster query --file provider.graphql --variables '{"name": "OpenAI"}'
              roster query --file changes.graphql --variables @values.json --operation Update
              echo '{ viewer { name role } }' | roster query

            Exit codes: 0 the response has no errors, 1 it has, 2 wrong usage, 69 no server answers.
            """
    )

    @Argument(help: "The document; without it, or with -, it is read from standard input.")
    var document: String?

    @Option(name: .shortAndLong, help: "File that holds the document.")
    var file: String?

    @Option(name: .shortAndLong, help: "Variables as a JSON object, or @ and the path of a file with one.")
    var variables: String?

    @Option(name: .shortAndLong, help: "Which operation of the document to run.")
    var operation: String?

    @OptionGroup var server: ServerOptions

    func run() async throws {
        let input = try QueryInput(argument: document, file: file, variables: variables, operationName: operation)
        let response = try await server.client().send(input)
        try FileDescriptor.standardOutput.writeAll((response.text(layout: .pretty) + "\n").utf8)
        if response["errors"] != nil { throw CommandFault.responseHasErrors }
    }
}
