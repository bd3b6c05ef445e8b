import ArgumentParser

/// `roster`, the command line.
@main
struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "The configuration of your AI model providers and their models, behind GraphQL.",
        discussion: """
            Start a server, and ask it something from another terminal:

              roster serve
              roster query '{ registry { version defaultModelId } }'
            """,
        subcommands: [
            ServeCommand.self, QueryCommand.self, MigrateCommand.self, SchemaCommand.self, CheckCommand.self,
            MockCommand.self, TokenCommand.self,
        ]
    )

    /// Runs the command that the arguments name, and ends the program with the exit code that fits.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Ending(of: error, in: self).leave()
        }
    }
}
