import Glibc
import Logging
import SystemPackage

@testable import Postgres

/// Lends a new directory directly below `parent`, and removes it with everything in it.
func withTemporaryDirectory<Value>(
    below parent: String = "/tmp",
    _ body: (FilePath) async throws -> Value
) async throws -> Value {
    var template = Array("\(parent)/roster-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    let path = FilePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    // The user that a cluster runs as must get through, or the cluster goes elsewhere.
    chmod(path.string, 0o711)
    let result: Result<Value, any Error>
    do { result = .success(try await body(path)) } catch { result = .failure(error) }
    let user = ServerUser(id: geteuid(), group: getegid(), isOther: false)
    _ = try await user.run("/bin/rm", ["-rf", "--", path.string])
    return try result.get()
}

/// A logger that says nothing, for tests that provoke warnings.
let silence = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

extension Cluster {
    /// A cluster that is fast to make and need not survive the machine.
    init(scratch directory: FilePath, programs: FilePath? = nil) {
        self.init(
            directory: directory, programs: programs, options: ClusterOptions(isDurable: false), logger: silence)
    }

    /// One statement on a connection of its own.
    nonisolated func ask<Value: ColumnValue>(_ sql: SQL, as type: Value.Type) async throws -> [Value] {
        let connection = try await Connection.open(settings())
        let result: Result<[Value], PostgresError>
        do { result = .success(try await connection.query(sql, as: type)) } catch { result = .failure(error) }
        await connection.close()
        return try result.get()
    }

    /// The server's process, from its own file.
    static func process(in directory: FilePath) -> pid_t? {
        let file = directory.appending("postgres").appending("data").appending("postmaster.pid")
        return file.text()?.split(separator: "\n").first.flatMap { pid_t($0) }
    }
}
