package import Logging
package import SystemPackage

/// A Postgres cluster of our own in a data directory: made on first start, reached by a Unix socket only.
///
/// ```
/// .roster/             ours; as root, others may pass through it (0711) but not list it
///   lock               held while a server runs here
///   postgres/          of the user that runs the cluster, 0700
///     data/  socket/  postgres.log
/// ```
///
/// The socket trusts whoever connects: its directory lets in only that user and root, and there is no TCP. As root the
/// programs run as `postgres`; where that user cannot come (a directory below `/root`), `postgres` is a link to a
/// directory below `/var/lib/roster`.
package actor Cluster {
    /// The superuser that is made with the cluster.
    package static let user = "roster"
    /// The database that is made with the cluster.
    package static let database = "roster"

    private let directory: FilePath
    private let programs: FilePath?
    private let options: ClusterOptions
    private let logger: Logger
    private var lock: DirectoryLock?
    private var server: ClusterServer?

    /// Names a data directory; nothing is touched before ``start()``. `programs` is where `postgres` and `pg_ctl` lie.
    package init(directory: FilePath, programs: FilePath? = nil, logger: Logger) {
        self.init(directory: directory, programs: programs, options: ClusterOptions(), logger: logger)
    }

    init(directory: FilePath, programs: FilePath? = nil, options: ClusterOptions, logger: Logger) {
        self.directory = directory
        self.programs = programs
        self.options = options
        self.logger = logger
    }

    /// Takes the data directory, makes the cluster if there is none, and starts its server or takes over one that an
    /// earlier process left running; then there is a database to connect to.
    ///
    /// Errors are ``PostgresError/cluster(_:)``. They say what to do and name the data directory.
    package func start() async throws(PostgresError) {
        guard server == nil else { return }
        let user = try ServerUser.current()
        let directory = try ClusterLayout.makeDataDirectory(directory, for: user)
        if lock == nil { lock = try DirectoryLock(directory) }
        let layout = try await ClusterLayout.prepare(in: directory, for: user)
        let version = layout.versionFile.text()?.split(separator: "\n").first.map(String.init)
        let programs = try await ServerPrograms.find(in: programs, for: version, as: user)
        let server = ClusterServer(programs: programs, user: user, layout: layout, options: options)
        try await server.initialise()
        if try await !adopt(server) {
            try await server.start()
            logger.info("database cluster started", metadata: ["directory": "\(directory)"])
        }
        self.server = server
        try await Self.makeDatabase(Self.settings(of: server))
    }

    /// Stops the server and gives the data directory back. A task that is cancelled meanwhile does not cut it short.
    package func stop() async throws(PostgresError) {
        guard let server else { return }
        self.server = nil
        // A task of its own, awaited at once: the cancellation that ends a service must not end this.
        let stopping: Task<Result<Void, PostgresError>, Never> = Task {
            do throws(PostgresError) {
                return .success(try await server.stop())
            } catch {
                return .failure(error)
            }
        }
        let result = await stopping.value
        lock = nil
        try result.get()
        logger.info("database cluster stopped")
    }

    /// How to connect to the cluster, whoever started it; the data directory must exist.
    package nonisolated func connectionString(database: String = Cluster.database) throws(PostgresError) -> String {
        let layout = try ClusterLayout(in: directory)
        guard let owner = FileStatus(layout.home)?.owner else {
            throw .cluster(.notPermitted(path: layout.home.string))
        }
        return Self.connectionString(socketDirectory: layout.socketDirectory(owner: owner), database: database)
    }

    /// ``connectionString(database:)``, read.
    package nonisolated func settings(database: String = Cluster.database) throws(PostgresError) -> ConnectionSettings {
        try ConnectionSettings(connectionString(database: database))
    }
}

extension Cluster {
    private static func connectionString(socketDirectory: FilePath, database: String) -> String {
        var name = ""
        for character in database.unicodeScalars {
            if character == "'" || character == "\\" { name += "\\" }
            name.unicodeScalars.append(character)
        }
        return "host=\(socketDirectory) port=5432 user=\(user) dbname='\(name)'"
    }

    private static func settings(of server: ClusterServer) throws(PostgresError) -> ConnectionSettings {
        try ConnectionSettings(connectionString(socketDirectory: server.socketDirectory, database: "postgres"))
    }

    /// Takes over a server that runs already; `false` when there is none, or none that can be reached.
    private func adopt(_ server: ClusterServer) async throws(PostgresError) -> Bool {
        guard let process = try await server.process() else { return false }
        let settings = try Self.settings(of: server)
        let began = ContinuousClock.now
        while try await server.process() != nil {
            do throws(PostgresError) {
                try await Connection.open(settings).close()
                logger.info("database cluster taken over", metadata: ["process": "\(process)"])
                return true
            } catch .unavailable(let reason, _) {
                // It may be recovering from a crash; one without a socket where we look for it is started anew.
                let patience = reason == .unreachable ? 3 : ClusterServer.patience
                if ContinuousClock.now - began > .seconds(patience) { break }
            }
            do { try await Task.sleep(for: .milliseconds(50)) } catch { throw .cancelled }
        }
        try await server.endProcess()
        return false
    }

    private static func makeDatabase(_ settings: ConnectionSettings) async throws(PostgresError) {
        let connection = try await Connection.open(settings)
        let result: Result<Void, PostgresError>
        do throws(PostgresError) {
            let found = try await connection.query(
                "SELECT true FROM pg_database WHERE datname = \(database)", as: Bool.self)
            if found.isEmpty { try await connection.createDatabase(database) }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await connection.close()
        try result.get()
    }
}
