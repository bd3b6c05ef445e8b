import ArgumentParser
import GraphQL
import Logging
import RosterServer
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// `roster mock`.
struct MockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock",
        abstract: "Serves any schema with made-up values of the right types.",
        discussion: """
            For work on a front end without a server and without keys. Values look like what their fields' names say, \
            are the same each time, and show the arguments that they were asked with. Nothing is stored.

              roster mock --schema api.graphql --port 4000
              curl http://127.0.0.1:4000/graphql -H 'Content-Type: application/json' -d '{"query": "{ __typename }"}'
            """
    )

    @Option(help: "File with a schema in the schema definition language; else it is Roster's.")
    var schema: String?

    @Option(help: "Address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen at; 0 picks a free one and prints it.")
    var port = 4000

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("The port must be from 0 to 65535.") }
    }

    func run() async throws {
        let schema = try SchemaSource(path: schema).schema().mocking()
        let logger = Logger(label: "roster") { _ in StandardErrorLog(level: .warning, format: .text) }
        let site = MockSite(schema: schema, logger: logger)
        let host = host
        let application = try site.application(at: Site.Address(host: host, port: port)) { port in
            let url = ServerURL(host: host, port: port, isSecure: false)
            _ = try? FileDescriptor.standardOutput.writeAll("The mock listens at \(url.text)/graphql\n".utf8)
        }
        try await CommandFault.namingAddress(host: host, port: port) {
            try await ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: application, successTerminationBehavior: .gracefullyShutdownGroup)],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger
                )
            ).run()
        }
    }
}
