import ArgumentParser
import FoundationEssentials
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// `roster serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Starts the server.",
        discussion: """
            With nothing set it keeps a Postgres cluster of its own in .roster and listens at 127.0.0.1:8080. The first \
            start prints a sign-in link and writes the administrator's token to .roster/admin.token.

              roster serve
              roster serve --port 9000 --data-dir /var/lib/my-roster
              DATABASE_URL=postgres://roster@db/roster roster serve --master-key-file /etc/roster/master.key

            Each option can also be set by the variable in brackets, or in the JSON file that --config names; options \
            come first, then variables, then the file. Secrets have no option: set DATABASE_URL and ROSTER_MASTER_KEY.

            Exit codes: 0 stopped by a signal, 2 wrong usage, 69 something that is needed is not available, 78 wrong \
            configuration.
            """
    )

    @Flag(help: "Print every setting and where it comes from, with secrets hidden, and end.")
    var printConfig = false

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let sources = try SettingSources(options: options.given, environment: ProcessInfo.processInfo.environment)
        if printConfig {
            try FileDescriptor.standardOutput.writeAll((sources.listing() + "\n").utf8)
            return
        }
        let settings = try Settings(reading: sources)
        let logger = settings.database.startLogging()
        var group = ServiceGroupConfiguration(
            services: [
                .init(
                    service: ServerRun(settings: settings, logger: logger),
                    successTerminationBehavior: .gracefullyShutdownGroup
                )
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = settings.drainTimeout
        try await ServiceGroup(configuration: group).run()
    }
}
