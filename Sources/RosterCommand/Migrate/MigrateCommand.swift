import ArgumentParser
import FoundationEssentials
import Logging
import Postgres
import SystemPackage

/// `roster migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the database's tables to what this version needs.",
        discussion: """
            `roster serve` does this by itself at each start. Do it beforehand where starting must be quick, or to see \
            whether it works.

              roster migrate
              DATABASE_URL=postgres://roster@db/roster roster migrate

            Exit codes: 0 done or nothing to do, 2 wrong usage, 69 the database cannot be reached, 78 its tables are \
            not what this version can start from.
            """
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let sources = try SettingSources(options: options.given, environment: ProcessInfo.processInfo.environment)
        let settings = try DatabaseSettings(reading: sources)
        let logger = settings.startLogging()
        try DataDirectory(settings.dataDirectory).create()
        try await Database.withDatabase(settings, logger: logger) { database in
            let done = try await database.migrate(with: settings.home, logger: logger)
            let text = done.isEmpty ? "Nothing to do." : "Applied: \(done.map(\.name).joined(separator: ", "))."
            try FileDescriptor.standardOutput.writeAll((text + "\n").utf8)
        }
    }
}
