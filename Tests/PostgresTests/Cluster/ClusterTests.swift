import Glibc
import SystemPackage
import Testing

@testable import Postgres

@Suite("A cluster of our own", .serialized)
struct ClusterTests {
    private func isAlive(_ process: pid_t, in directory: FilePath) -> Bool {
        kill(process, 0) == 0 && !ClusterServer.isGone(process, notIn: directory.appending("postgres/data"))
    }

    @Test("is made on first start, keeps what it is told, and stops with us")
    func startStop() async throws {
        try await withTemporaryDirectory { directory in
            let data = directory.appending("new")
            let cluster = Cluster(scratch: data)
            try await cluster.start()
            _ = try await cluster.ask("CREATE TABLE t AS SELECT 1 AS n", as: Int.self)
            #expect(
                try await cluster.ask("SELECT current_setting('server_encoding')", as: String.self) == ["UTF8"])
            let process = try #require(Cluster.process(in: data))
            try await cluster.stop()
            #expect(!isAlive(process, in: data))

            let again = Cluster(scratch: data)
            try await again.start()
            #expect(try await again.ask("SELECT n FROM t", as: Int.self) == [1])
            try await again.stop()
        }
    }

    @Test("is reached by its socket only, which only its user and root can come to")
    func access() async throws {
        try await withTemporaryDirectory { directory in
            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            #expect(try await cluster.ask("SELECT current_setting('listen_addresses')", as: String.self) == [""])
            let user = try ServerUser.current()
            let home = directory.appending("postgres")
            for path in [home, home.appending("data"), home.appending("socket")] {
                let status = try #require(FileStatus(path))
                #expect(status.owner == user.id)
                #expect(status.mode & 0o077 == 0)
            }
            let status = try #require(FileStatus(directory))
            #expect(status.owner == geteuid())
            #expect(status.mode & 0o066 == 0)
            let process = try #require(Cluster.process(in: directory))
            #expect(FileStatus(FilePath("/proc/\(process)"))?.owner == user.id)
            try await cluster.stop()
        }
    }

    @Test("is durable unless it is scratch")
    func durable() {
        let arguments = ClusterOptions().arguments(socketDirectory: "/s")
        #expect(!arguments.contains { $0.hasPrefix("fsync") || $0.hasPrefix("synchronous_commit") })
        #expect(ClusterOptions(isDurable: false).arguments(socketDirectory: "/s").contains("fsync=off"))
    }

    @Test("is taken over when an earlier process left it running", .timeLimit(.minutes(2)))
    func adopted() async throws {
        try await withTemporaryDirectory { directory in
            // What a `kill -9` leaves: the lock is gone, the server is there.
            var lost: Cluster? = Cluster(scratch: directory)
            try await lost?.start()
            let process = try #require(Cluster.process(in: directory))
            lost = nil

            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            #expect(Cluster.process(in: directory) == process)
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            try await cluster.stop()
            // It removes its files just before it ends.
            while isAlive(process, in: directory) { await Task.yield() }
        }
    }

    @Test("is started anew when it runs but its socket is gone")
    func socketLost() async throws {
        try await withTemporaryDirectory { directory in
            var lost: Cluster? = Cluster(scratch: directory)
            try await lost?.start()
            let process = try #require(Cluster.process(in: directory))
            lost = nil
            #expect(unlink(directory.appending("postgres/socket/.s.PGSQL.5432").string) == 0)

            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            #expect(Cluster.process(in: directory) != process)
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            try await cluster.stop()
        }
    }

    @Test("starts again after its server was killed, with everything that was committed")
    func killed() async throws {
        try await withTemporaryDirectory { directory in
            var lost: Cluster? = Cluster(directory: directory, logger: silence)
            try await lost?.start()
            _ = try await lost?.ask("CREATE TABLE t AS SELECT 1 AS n", as: Int.self)
            let process = try #require(Cluster.process(in: directory))
            // One of its processes is slow to notice, so PostgreSQL refuses to start for a while.
            let straggler = try await Connection.open(try #require(lost).settings())
            let backend = pid_t(try await straggler.query("SELECT pg_backend_pid()", as: Int.self)[0])
            kill(backend, SIGSTOP)
            kill(process, SIGKILL)
            lost = nil
            while isAlive(process, in: directory) { await Task.yield() }

            let cluster = Cluster(scratch: directory)
            async let starting: Void = cluster.start()
            let log = directory.appending("postgres/postgres.log")
            while log.text()?.contains("pre-existing shared memory block") != true { await Task.yield() }
            kill(backend, SIGCONT)
            try await starting
            await straggler.close()
            #expect(try await cluster.ask("SELECT n FROM t", as: Int.self) == [1])
            try await cluster.stop()
        }
    }

    @Test("does not take a stranger for its server whose number a crash left behind")
    func staleProcessFile() async throws {
        try await withTemporaryDirectory { directory in
            let first = Cluster(scratch: directory)
            try await first.start()
            try await first.stop()
            // This very process lives, and works elsewhere.
            let file = directory.appending("postgres").appending("data").appending("postmaster.pid")
            try file.write("\(getpid())\n/nowhere\n")
            let user = try ServerUser.current()
            #expect(chown(file.string, user.id, user.group) == 0)

            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            #expect(Cluster.process(in: directory) != getpid())
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            try await cluster.stop()
        }
    }

    @Test("that was killed while it was being made is made anew")
    func interruptedInitialisation() async throws {
        try await withTemporaryDirectory { directory in
            let user = try ServerUser.current()
            let home = directory.appending("postgres")
            let unfinished = home.appending("data.unfinished")
            for path in [home, unfinished] {
                #expect(mkdir(path.string, 0o700) == 0)
                #expect(chown(path.string, user.id, user.group) == 0)
            }
            try unfinished.appending("PG_VERSION").write("15\n")
            let cluster = Cluster(scratch: directory)
            try await cluster.start()
            #expect(FileStatus(unfinished) == nil)
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            try await cluster.stop()
        }
    }

    @Test("has its socket elsewhere when the path is too long for one, or too odd", arguments: ["long", "od,d \"'"])
    func socketElsewhere(_ name: String) async throws {
        try await withTemporaryDirectory { directory in
            let data = directory.appending(name == "long" ? String(repeating: "long", count: 30) : name)
            let cluster = Cluster(scratch: data)
            try await cluster.start()
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            let layout = try ClusterLayout(in: try #require(data.resolved))
            let socket = layout.socketDirectory(owner: try ServerUser.current().id)
            #expect(socket.starts(with: "/tmp/"))
            try await cluster.stop()
            #expect(FileStatus(socket) == nil)
        }
    }

    @Test("below a directory that its user cannot enter lives where it can", .enabled(if: geteuid() == 0))
    func unreachable() async throws {
        try await withTemporaryDirectory { directory in
            #expect(chmod(directory.string, 0o700) == 0)
            let data = directory.appending("roster")
            let cluster = Cluster(scratch: data)
            try await cluster.start()
            #expect(FileStatus(data.appending("postgres"))?.kind == .link)
            let home = try #require(data.appending("postgres").resolved)
            #expect(home.starts(with: "/var/lib/roster"))
            #expect(try await cluster.ask("SELECT 1", as: Int.self) == [1])
            try await cluster.stop()
            try await cluster.start()
            #expect(data.appending("postgres").resolved == home)
            try await cluster.stop()
            _ = try await ServerUser(id: 0, group: 0, isOther: false).run("/bin/rm", ["-rf", "--", home.string])
        }
    }
}

extension FilePath {
    func write(_ text: String) throws {
        let file = try FileDescriptor.open(
            self, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
    }
}
