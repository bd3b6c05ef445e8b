import Glibc
import Logging
import SystemPackage

/// A cluster for the tests of this process: made when it is first wanted, gone when the process ends, however it ends.
///
/// It is not durable, which makes it fast.
package actor ScratchCluster {
    package static let shared = ScratchCluster()

    private var starting: Task<Result<ConnectionSettings, PostgresError>, Never>?
    private var templates: [String: Task<Result<Void, any Error>, Never>] = [:]
    private var databaseCount = 0

    /// How to connect as superuser to the cluster's `postgres` database.
    package func settings() async throws(PostgresError) -> ConnectionSettings {
        // Tests begin side by side and all wait for the one start, so it is nobody's child.
        let starting = starting ?? Task { await Self.start() }
        self.starting = starting
        return try await starting.value.get()
    }

    /// Makes a template once for all tests of this process; `prepare` migrates or fills it.
    func makeTemplate(
        _ name: String,
        _ prepare: @escaping @Sendable (ConnectionSettings) async throws -> Void
    ) async throws {
        let settings = try await settings()
        let making =
            templates[name]
            ?? Task {
                do {
                    try await Self.administrate(settings) { connection in try await connection.createDatabase(name) }
                    try await prepare(settings.database(name))
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
        templates[name] = making
        try await making.value.get()
    }

    /// A name that no other database has.
    func nextName() -> String {
        databaseCount += 1
        return "scratch_\(databaseCount)"
    }

    /// Does something to the cluster as a whole.
    static func administrate(
        _ settings: ConnectionSettings,
        _ body: @Sendable (isolated Connection) async throws -> Void
    ) async throws {
        var settings = settings.withoutStatementTimeout
        settings.lockTimeout = nil
        let connection = try await Connection.open(settings)
        do {
            try await body(connection)
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }

    private static func start() async -> Result<ConnectionSettings, PostgresError> {
        do throws(PostgresError) {
            var path = Array("/tmp/roster-scratch-XXXXXX".utf8CString)
            guard mkdtemp(&path) != nil else { throw .cluster(.notPermitted(path: "/tmp")) }
            let directory = FilePath(String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
            removeAtExit(directory)
            let logger = Logger(label: "scratch") { _ in SwiftLogNoOpLogHandler() }
            let cluster = Cluster(directory: directory, options: ClusterOptions(isDurable: false), logger: logger)
            try await cluster.start()
            return .success(try cluster.settings(database: "postgres"))
        } catch {
            return .failure(error)
        }
    }

    /// Starts a shell that reads from a pipe which only this process holds open: when the process is gone, even by
    /// `kill -9`, the shell reads the end, stops the server and removes the directory.
    private static func removeAtExit(_ directory: FilePath) {
        let script = """
            trap '' INT HUP TERM
            cd / && exec >/dev/null 2>&1
            cat
            pid=$(head -n 1 '\(directory)/postgres/data/postmaster.pid')
            kill -QUIT "$pid" && while kill -0 "$pid"; do sleep 0.05; done
            rm -rf '\(directory)'
            """
        _ = popen(script, "we")
    }
}
