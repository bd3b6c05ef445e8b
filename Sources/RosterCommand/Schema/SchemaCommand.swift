import ArgumentParser
import Roster
import SystemPackage

/// `roster schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the GraphQL schema.",
        discussion: """
            What is printed is the schema that the server answers by, in the schema definition language. It needs no \
            server and no database.

              roster schema > schema.graphql
            """
    )

    func run() throws {
        try FileDescriptor.standardOutput.writeAll(try RosterSchema.text.utf8)
    }
}
