import Glibc
import Subprocess
import SystemPackage

/// Where `initdb`, `pg_ctl` and `postgres` of one major version lie.
struct ServerPrograms: Sendable, Equatable {
    let directory: FilePath
    /// The major version, such as `15`.
    let version: String

    /// Looks in the directory given, or else on the path, where `pg_config` says and where Debian puts them.
    ///
    /// Takes the version that made the cluster, or the highest when there is none yet.
    static func find(
        in setting: FilePath?,
        for clusterVersion: String?,
        as user: ServerUser
    ) async throws(PostgresError) -> ServerPrograms {
        var found: [ServerPrograms] = []
        for directory in await candidates(setting) {
            guard let version = await version(in: directory, as: user) else { continue }
            found.append(ServerPrograms(directory: directory, version: version))
        }
        guard let highest = found.max(by: { $0.versionNumber < $1.versionNumber }) else { throw .cluster(.noBinaries) }
        guard let clusterVersion else { return highest }
        guard let match = found.first(where: { $0.version == clusterVersion }) else {
            throw .cluster(.wrongVersion(cluster: clusterVersion))
        }
        return match
    }

    private var versionNumber: Int { Int(version) ?? 0 }

    private static func candidates(_ setting: FilePath?) async -> [FilePath] {
        if let setting { return [setting] }
        var directories: [FilePath] = []
        if let path = getenv("PATH").map({ String(cString: $0) }) {
            directories += path.split(separator: ":").map { FilePath(String($0)) }
        }
        let configured = try? await run(
            .name("pg_config"), arguments: ["--bindir"], output: .string(limit: 4096), error: .discarded)
        if let line = configured?.standardOutput.split(separator: "\n").first {
            directories.append(FilePath(String(line)))
        }
        let debian = FilePath("/usr/lib/postgresql")
        for version in debian.entries() ?? [] { directories.append(debian.appending(version).appending("bin")) }
        var seen: Set<FilePath> = []
        return directories.filter { directory in
            seen.insert(directory).inserted && access(directory.appending("initdb").string, X_OK) == 0
        }
    }

    /// `postgres (PostgreSQL) 15.4` has the major version before the first full stop.
    private static func version(in directory: FilePath, as user: ServerUser) async -> String? {
        let outcome = try? await user.run(directory.appending("postgres"), ["--version"])
        let word = outcome?.output.split(separator: " ").dropFirst(2).first
        guard let major = word?.prefix(while: \.isNumber), !major.isEmpty else { return nil }
        return String(major)
    }
}
