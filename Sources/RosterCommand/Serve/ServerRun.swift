import Logging
import Roster
import RosterServer
import ServiceLifecycle
import SystemPackage
import Vault

/// A server from its settings to its end: what a start does, in order, and what is undone when it stops.
struct ServerRun: Service, CustomStringConvertible {
    let settings: Settings
    let logger: Logger

    /// The group of services writes this into the log.
    var description: String { "server" }

    func run() async throws {
        OpenFiles.raiseLimit()
        await OpenFiles.reserve()
        let directory = DataDirectory(settings.database.dataDirectory)
        try directory.create()
        let tls = try settings.tls?.material(in: directory)
        try await settings.masterKey.withKey(in: directory) { key in
            let keyring = Keyring(current: key)
            try await Database.withDatabase(settings.database, logger: logger) { database in
                try await database.withRegistry(of: keyring, home: settings.database.home, logger: logger) { registry in
                    let token = try await registry.createAdministrator(keeping: directory.keepAdminToken)
                    let rule = AddressRule(allowsPrivate: settings.allowsPrivateAddresses)
                    try await UpstreamClient.with(rule: rule, logger: logger) { upstream in
                        try await listen(registry, upstream, tls: tls, in: directory, first: token)
                    }
                }
            }
        }
        logger.info("stopped")
    }

    /// Serves until the signal to stop, and says on standard output where.
    private func listen(
        _ registry: Registry,
        _ upstream: UpstreamClient,
        tls: TLSMaterial?,
        in directory: DataDirectory,
        first token: AccessToken?
    ) async throws {
        let site = try Site(
            registry: registry,
            service: GraphQLService(
                registry, calls: upstream, operationTime: settings.limits.executionTime, logger: logger),
            upstream: upstream,
            anonymousRole: settings.anonymousRole,
            pages: settings.database.home.pages.string,
            limits: settings.limits,
            logger: logger
        )
        let address = Site.Address(host: settings.host, port: settings.port)
        defer { directory.withdraw() }
        try await CommandFault.namingAddress(host: settings.host, port: settings.port) {
            let application = try site.application(at: address, tls: tls) { port in
                let url = ServerURL(host: settings.host, port: port, isSecure: tls != nil)
                announce(url, tls?.files.certificate, in: directory, first: token)
            }
            try await withGracefulShutdownHandler {
                try await application.run()
            } onGracefulShutdown: {
                registry.endPublications()
            }
        }
    }

    /// Prints the address, and with the first token the link to sign in; lets commands on this machine find the server.
    private func announce(
        _ url: ServerURL,
        _ certificate: String?,
        in directory: DataDirectory,
        first token: AccessToken?
    ) {
        do {
            try directory.announce(url: url.text, certificate: certificate.map { FilePath($0) })
        } catch {
            logger.error("commands on this machine cannot find the server", metadata: ["reason": "\(error)"])
        }
        var text = "Roster listens at \(url.text)/\n"
        if let token {
            token.secret.withText { text += "Sign in with \(url.text)/#token=\($0)\n" }
        } else if directory.adminTokenFile.exists {
            text += "The first administrator's token is in \(directory.adminTokenFile).\n"
        }
        // Nobody may be reading; the log has the address too.
        _ = try? FileDescriptor.standardOutput.writeAll(text.utf8)
    }
}
