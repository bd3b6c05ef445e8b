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
            "--pgdata=data.unfinished", "--username=\(Cluster.user)", "--auth-local=trust",
            "--auth-host=reject", "--encoding=UTF8", "--no-locale", "--data-checksums",
        ]
        if !options.isDurable { arguments.append("--no-sync") }
        let outcome = try await user.run(programs.directory.appending("initdb"), arguments, in: layout.home)
        guard outcome.succeeded else { throw .cluster(.failed(program: "initdb", output: outcome.output)) }
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
        // The programs themselves only look whether a process of that number exists, and then refuse to start.
        guard !Self.isGone(process, notIn: layout.data) else {
            try await remove(layout.processFile)
            try await remove(socketDirectory.appending(".s.PGSQL.5432.lock"))
            return nil
        }
        return process
    }

    /// Starts the server and waits until it takes connections.
    ///
    /// When its predecessor was killed, the processes of that one take a moment to notice; until then PostgreSQL
    /// refuses to start, and this tries again.
    func start() async throws(PostgresError) {
        try await rotateLog()
        let quoted = options.arguments(socketDirectory: socketDirectory.string).map(Self.quote).joined(separator: " ")
        let deadline = ContinuousClock.now + .seconds(Self.patience)
        while true {
            let logged = FileStatus(layout.log)?.size ?? 0
            let outcome = try await control("start", "--log=postgres.log", "--options=\(quoted)")
            if outcome.succeeded { return }
            let log = layout.log.text().map { String(decoding: $0.utf8.dropFirst(logged).suffix(2000), as: UTF8.self) }
            let isOccupied = log?.contains("pre-existing shared memory block") == true
            guard isOccupied, ContinuousClock.now < deadline else {
                throw .cluster(.failed(program: "pg_ctl", output: outcome.output + (log ?? "")))
            }
            do { try await Task.sleep(for: .milliseconds(100)) } catch { throw .cancelled }
        }
    }

    /// Stops the server and leaves nothing outside of the data directory.
    func stop() async throws(PostgresError) {
        try await endProcess()
        if !socketDirectory.starts(with: layout.home) { rmdir(socketDirectory.string) }
    }

    /// Ends the server's process: open transactions are rolled back, everything committed is on disk.
    func endProcess() async throws(PostgresError) {
        guard try await process() != nil else { return }
        if try await control("stop", "--mode=fast").succeeded { return }
        guard try await process() != nil else { return }
        let outcome = try await control("stop", "--mode=immediate")
        guard outcome.succeeded else { throw .cluster(.failed(program: "pg_ctl", output: outcome.output)) }
    }

    /// Runs `pg_ctl` and waits for what it does.
    ///
    /// It works in `home` and names paths from there, because it puts them unquoted into a shell's command.
    private func control(_ action: String, _ more: String...) async throws(PostgresError) -> ServerUser.Outcome {
        let arguments = [action, "--wait", "--timeout=\(Self.patience)", "--pgdata=data"] + more
        return try await user.run(programs.directory.appending("pg_ctl"), arguments, in: layout.home)
    }

    var socketDirectory: FilePath { layout.socketDirectory(owner: user.id) }

    /// Whether a process number belongs to no server of this cluster: to one that has ended and that nobody has waited
    /// for (in a container without an init process), or to another program, for a server works in its data directory.
    static func isGone(_ process: pid_t, notIn data: FilePath) -> Bool {
        // "1234 (name) Z …"; the name may contain anything.
        let state = FilePath("/proc/\(process)/stat").text()?.split(separator: ")").last?.dropFirst().first
        if state == "Z" || state == "X" { return true }
        guard let place = FilePath("/proc/\(process)/cwd").resolved else { return false }
        return place != data.resolved
    }

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
