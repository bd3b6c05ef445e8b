import Logging
import Postgres
import SystemPackage
import Testing
import Vault

@testable import Roster

/// A registry over a fresh database of a real server.
struct LiveRegistry {
    let registry: Registry
    let pool: Pool
    let database: ScratchDatabase
    let keyring: Keyring

    static let ann = Viewer(name: "ann", role: .editor)

    /// The project's folder.
    static var root: FilePath { FilePath(#filePath).removingLastComponents(4) }

    /// The project's own migrations.
    static var migrations: Migrations {
        get throws {
            try Migrations(directory: root.appending("schema").appending("migrations"))
        }
    }

    static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// A fresh copy of the migrated template.
    static func database() async throws -> ScratchDatabase {
        try await ScratchDatabase.create(template: "roster_migrated") { settings in
            try await migrations.apply(to: settings, logger: logger)
        }
    }

    static func with(_ body: (LiveRegistry) async throws -> Void) async throws {
        let database = try await database()
        // Many tests share a small machine: what they show must not depend on its speed.
        var settings = database.settings
        (settings.statementTimeout, settings.lockTimeout) = (.seconds(120), .seconds(120))
        let pool = Pool(settings, limits: Pool.Limits(wait: .seconds(120)), logger: logger)
        let keyring = try Keyring(current: .random())
        let registry = try await Registry.open(pool, keyring: keyring, logger: logger)
        do {
            try await body(LiveRegistry(registry: registry, pool: pool, database: database, keyring: keyring))
        } catch {
            await pool.close()
            try? await database.drop()
            throw error
        }
        await pool.close()
        try await database.drop()
    }

    @discardableResult
    func mutate<Answer: Sendable>(
        as actor: Viewer = ann,
        _ body: @Sendable (RegistryTransaction) async throws -> Answer
    ) async throws -> Answer {
        try await registry.mutate(as: actor, body)
    }

    /// The registry as another server finds it now.
    func reloaded() async throws -> Snapshot {
        try await pool.withConnection { connection in try await Snapshot.load(on: connection).snapshot }
    }

    func execute(_ sql: SQL) async throws {
        try await pool.withConnection { connection in _ = try await connection.execute(sql) }
    }

    func query<Value: ColumnValue>(_ sql: SQL, as type: Value.Type) async throws -> [Value] {
        try await pool.withConnection { connection in try await connection.query(sql, as: type) }
    }

    /// Everything that the tables hold, as text: what a dump would show.
    func dump() async throws -> String {
        var text = ""
        for table in ["registry", "providers", "provider_models", "changes", "tokens", "master_keys"] {
            let rows = try await query(
                SQL(text: "SELECT row_to_json(row)::text FROM \(table) AS row ORDER BY 1"), as: String.self)
            text += rows.joined(separator: "\n") + "\n"
        }
        return text
    }
}

extension FilePath {
    /// The whole text of a file.
    func contents() throws -> String {
        let file = try FileDescriptor.open(self, .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
            defer { chunk.deallocate() }
            while case let count = try file.read(into: chunk), count > 0 { bytes += chunk.prefix(count) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    fileprivate func removingLastComponents(_ count: Int) -> FilePath {
        (0..<count).reduce(self) { path, _ in path.removingLastComponent() }
    }
}

/// What a body is refused with: code and field of each refusal, in order.
func refusals(_ body: () async throws -> Void) async -> [String] {
    do {
        try await body()
        return []
    } catch let refusals as Refusals {
        return refusals.all.map { "\($0.code.rawValue) \($0.field?.description ?? "-")" }
    } catch {
        return ["\(error)"]
    }
}
