import Glibc
import SystemPackage

extension ClusterLayout {
    /// The layout below a data directory that exists.
    init(in directory: FilePath) throws(PostgresError) {
        let home = directory.appending("postgres")
        guard let resolved = home.resolved else { throw .cluster(.corrupted(path: home.string)) }
        self.init(home: resolved)
    }

    /// Makes the data directory and the home of the cluster where they are missing.
    ///
    /// Errors are `.cluster(.notPermitted)` and, for a home that is no directory, `.cluster(.corrupted)`.
    static func prepare(
        in directory: FilePath,
        for user: ServerUser
    ) async throws(PostgresError) -> ClusterLayout {
        let home = directory.appending("postgres")
        // A link that leads nowhere is a cluster that somebody has moved away.
        if FileStatus(home) == nil {
            try makeDirectory(home, owner: user)
            if user.isOther, try await !user.run("/usr/bin/test", ["-w", home.string]).succeeded {
                try await relocate(home, for: user)
            }
        }
        let layout = try ClusterLayout(in: directory)
        guard let status = FileStatus(layout.home), status.kind == .directory else {
            throw .cluster(.corrupted(path: home.string))
        }
        guard status.owner == user.id else { throw .cluster(.notPermitted(path: layout.home.string)) }
        try makeDirectory(layout.socketDirectory(owner: user.id), owner: user)
        return layout
    }

    /// Makes the data directory itself, or opens it to the passing through of the cluster's user.
    static func makeDataDirectory(_ directory: FilePath, for user: ServerUser) throws(PostgresError) -> FilePath {
        if FileStatus(directory) == nil {
            guard mkdir(directory.string, 0o700) == 0 || errno == EEXIST else {
                let fault = errno == ENOENT ? ClusterFault.noParent : ClusterFault.notPermitted
                throw .cluster(fault(directory.string))
            }
        }
        guard let resolved = directory.resolved, let status = FileStatus(resolved), status.kind == .directory,
            status.owner == geteuid()
        else { throw .cluster(.notPermitted(path: directory.string)) }
        if user.isOther, status.mode & 0o001 == 0 {
            guard chmod(resolved.string, status.mode | 0o011) == 0 else {
                throw .cluster(.notPermitted(path: directory.string))
            }
        }
        return resolved
    }

    /// A directory that only its owner may enter. One that is there already must be just that: under `/tmp` a stranger
    /// may have been first.
    private static func makeDirectory(_ path: FilePath, owner: ServerUser) throws(PostgresError) {
        if mkdir(path.string, 0o700) == 0 {
            guard !owner.isOther || lchown(path.string, owner.id, owner.group) == 0 else {
                throw .cluster(.notPermitted(path: path.string))
            }
        }
        guard let status = FileStatus(path), status.kind == .directory, status.owner == owner.id,
            status.mode & 0o077 == 0
        else { throw .cluster(.notPermitted(path: path.string)) }
    }

    /// Puts a link in the place of a home that the cluster's user cannot reach.
    private static func relocate(_ home: FilePath, for user: ServerUser) async throws(PostgresError) {
        let shared = FilePath("/var/lib/roster")
        guard mkdir(shared.string, 0o755) == 0 || errno == EEXIST, let status = FileStatus(shared),
            status.kind == .directory, status.owner == 0, status.mode & 0o022 == 0
        else { throw .cluster(.notPermitted(path: home.string)) }
        let place = shared.appending("postgres-" + String(UInt64.random(in: .min ... .max), radix: 36))
        try makeDirectory(place, owner: user)
        guard rmdir(home.string) == 0, symlink(place.string, home.string) == 0 else {
            throw .cluster(.notPermitted(path: home.string))
        }
    }
}

extension FilePath {
    /// The absolute path without links; `nil` when there is nothing.
    var resolved: FilePath? {
        guard let path = realpath(string, nil) else { return nil }
        defer { free(path) }
        return FilePath(String(cString: path))
    }
}
