import ArgumentParser
import GraphQL
import JSON
import Roster
import SystemPackage

/// `roster check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks GraphQL documents against a schema.",
        discussion: """
            Each file is parsed and validated, against Roster's own schema or against the one that --schema names. What \
            is wrong is printed with its line; a file named - is standard input. It needs no server.

              roster check queries/*.graphql
              roster check --schema api.graphql --json queries/*.graphql

            Exit codes: 0 nothing is wrong, 1 something is, 2 wrong usage or a file that cannot be read.
            """
    )

    @ArgumentParser.Argument(help: "The documents.")
    var files: [String]

    @Option(help: "File with a schema in the schema definition language; else it is Roster's.")
    var schema: String?

    @Flag(help: "Print a JSON list of what is wrong instead, an object for each place.")
    var json = false

    func run() throws {
        let schema = try SchemaSource(path: schema).schema()
        let diagnostics = try files.flatMap { path in
            let text = try InputText(at: path).text
            return Diagnostic.all(of: text, named: path == "-" ? "standard input" : path, against: schema)
        }
        let output =
            json
            ? try JSONValue.array(diagnostics.map(\.json)).text(layout: .pretty) + "\n"
            : diagnostics.map(\.text).joined()
        try FileDescriptor.standardOutput.writeAll(output.utf8)
        if !diagnostics.isEmpty { throw CommandFault.documentsHaveErrors(count: diagnostics.count) }
    }
}
