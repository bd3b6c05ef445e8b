/// A fresh database in the scratch cluster of this process, for one test or one suite.
package struct ScratchDatabase: Sendable {
    package let name: String
    package let settings: ConnectionSettings

    /// Creates an empty database.
    package static func create() async throws -> ScratchDatabase {
        try await copy(of: nil)
    }

    /// Creates a copy of a template, which `prepare` fills when it is first wanted in this process.
    ///
    /// `prepare` must close its connections: a template that is in use cannot be copied.
    package static func create(
        template: String,
        _ prepare: @escaping @Sendable (ConnectionSettings) async throws -> Void
    ) async throws -> ScratchDatabase {
        try await ScratchCluster.shared.makeTemplate(template, prepare)
        return try await copy(of: template)
    }

    /// Lends a fresh database for as long as `body` takes.
    package static func with<Value: Sendable>(
        _ body: (ScratchDatabase) async throws -> Value
    ) async throws -> Value {
        let database = try await create()
        do {
            let value = try await body(database)
            try await database.drop()
            return value
        } catch {
            try? await database.drop()
            throw error
        }
    }

    /// Drops the database and whatever is connected to it.
    package func drop() async throws {
        try await ScratchCluster.administrate(try await ScratchCluster.shared.settings()) { connection in
            try await connection.dropDatabase(name)
        }
    }

    private static func copy(of template: String?) async throws -> ScratchDatabase {
        let cluster = ScratchCluster.shared
        let name = await cluster.nextName()
        let settings = try await cluster.settings()
        try await ScratchCluster.administrate(settings) { connection in
            try await connection.createDatabase(name, template: template)
        }
        return ScratchDatabase(name: name, settings: settings.database(name))
    }
}
