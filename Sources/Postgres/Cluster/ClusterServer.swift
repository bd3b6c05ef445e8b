import Glibc
import SystemPackage

/// The server of one cluster, by PostgreSQL's own programs.
struct ClusterServer: Sendable {
    let programs: ServerPrograms
    let user: ServerUser
    let layout: ClusterLayout
    let options: ClusterOptions

    /// How long the server may take to come up, crash recovery included, and to go down.
    static let patience = 60

    /// Makes the cluster unless it is there. Killed in the middle, it begins anew the next time.
    func initialise() async throws(PostgresError) {
        if FileStatus(layout.data) != nil {
            guard FileStatus(layout.versionFile) != nil else { throw .cluster(.corrupted(path: layout.data.string)) }
            return
        }
        try await remove(layout.unfinishedData)
        var arguments = [
            "--pgdata=\(layout.unfinishedData)", "--username=\(Cluster.user)", "--auth-local=trust",
            "--auth-host=reject", "--encoding=UTF8", "--no-locale", "--data-checksums",
        ]
        if !options.isDurable { arguments.append("--no-sync") }
        try await programs.require("initdb", arguments, as: user)
        guard rename(layout.unfinishedData.string, layout.data.string) == 0 else {
            throw .cluster(.notPermitted(path: layout.home.string))
        }
        guard let home = try? FileDescriptor.open(layout.home, .readOnly, options: .closeOnExec) else { return }
        fsync(home.rawValue)
        try? home.close()
    }

    /// The server's process when it runs; a process file that a crash left behind is removed.
    func process() async throws(PostgresError) -> pid_t? {
        guard let text = layout.processFile.text(), let line = text.split(separator: "\n").first,
            let process = pid_t(line), process > 0
        else { return nil }
        guard kill(process, 0) == 0 else { return nil }
        // A server works in its data directory. Any other process got the number of one that is gone.
        if let place = FilePath("/proc/\(process)/cwd").resolved, place != layout.data.resolved {
            try await remove(layout.processFile)
            return nil
        }
        return process
    }

    /// Starts the server and waits until it takes connections.
    func start() async throws(PostgresError) {
        try await rotateLog()
        let quoted = options.arguments(socketDirectory: socketDirectory.string).map(Self.quote).joined(separator: " ")
        do {
            try await programs.require(
                "pg_ctl",
                [
                    "start", "--wait", "--timeout=\(Self.patience)", "--pgdata=\(layout.data)",
                    "--log=\(layout.log)", "--options=\(quoted)",
                ], as: user)
        } catch .cluster(.failed(let program, let output)) {
            let log = layout.log.text().map { String($0.suffix(2000)) } ?? ""
            throw .cluster(.failed(program: program, output: output + log))
        }
    }

    /// Stops the server: open transactions are rolled back, everything committed is on disk.
    func stop() async throws(PostgresError) {
        guard try await process() != nil else { return }
        let stop = ["stop", "--wait", "--timeout=\(Self.patience)", "--pgdata=\(layout.data)"]
        let outcome = try await user.run(programs.directory.appending("pg_ctl"), stop + ["--mode=fast"])
        if outcome.succeeded { return }
        guard try await process() != nil else { return }
        try await programs.require("pg_ctl", stop + ["--mode=immediate"], as: user)
    }

    var socketDirectory: FilePath { layout.socketDirectory(owner: user.id) }

    /// Removes as the cluster's user, so that nothing of others can be hit.
    private func remove(_ path: FilePath) async throws(PostgresError) {
        guard FileStatus(path) != nil else { return }
        let outcome = try await user.run("/bin/rm", ["-rf", "--", path.string])
        guard outcome.succeeded else { throw .cluster(.notPermitted(path: path.string)) }
    }

    private func rotateLog() async throws(PostgresError) {
        guard let status = FileStatus(layout.log), status.size > 10_000_000 else { return }
        let outcome = try await user.run("/bin/mv", ["-f", "--", layout.log.string, layout.log.string + ".1"])
        guard outcome.succeeded else { throw .cluster(.notPermitted(path: layout.log.string)) }
    }

    /// One word for the shell that `pg_ctl` hands the options to.
    private static func quote(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
