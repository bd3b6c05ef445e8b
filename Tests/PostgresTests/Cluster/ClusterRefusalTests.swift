import Glibc
import SystemPackage
import Testing

@testable import Postgres

@Suite("A cluster that cannot be used says why")
struct ClusterRefusalTests {
    /// The fault that keeps a cluster in this directory from starting.
    private func fault(_ directory: FilePath, programs: FilePath? = nil) async throws -> ClusterFault? {
        let cluster = Cluster(scratch: directory, programs: programs)
        do {
            try await cluster.start()
            try await cluster.stop()
            return nil
        } catch PostgresError.cluster(let fault) {
            return fault
        }
    }

    @Test("a second server on the data directory is refused, until the first is gone")
    func inUse() async throws {
        try await withTemporaryDirectory { directory in
            var lock: DirectoryLock? = try DirectoryLock(directory)
            #expect(throws: PostgresError.cluster(.inUse(path: directory.string))) { try DirectoryLock(directory) }
            #expect(try await fault(directory) == .inUse(path: directory.string))
            #expect(FileStatus(directory.appending("postgres")) == nil)
            _ = lock
            lock = nil
            _ = try DirectoryLock(directory)
        }
    }

    @Test("without PostgreSQL's programs the package is named")
    func noPrograms() async throws {
        try await withTemporaryDirectory { directory in
            let empty = directory.appending("empty")
            let fault = try await fault(directory, programs: empty)
            #expect(fault == .noBinaries)
            #expect(ClusterFault.noBinaries.description.contains("apt-get install postgresql"))
        }
    }

    @Test("a cluster of another version is left alone and the version is named")
    func otherVersion() async throws {
        try await withTemporaryDirectory { directory in
            let data = try await makeHome(in: directory).appending("data")
            #expect(mkdir(data.string, 0o700) == 0)
            try data.appending("PG_VERSION").write("9\n")
            #expect(try await fault(directory) == .wrongVersion(cluster: "9"))
        }
    }

    @Test("something else in the place of the cluster is left alone")
    func corrupted() async throws {
        try await withTemporaryDirectory { directory in
            let data = try await makeHome(in: directory).appending("data")
            #expect(mkdir(data.string, 0o700) == 0)
            try data.appending("precious").write("x")
            #expect(try await fault(directory) == .corrupted(path: data.string))
            #expect(data.appending("precious").text() == "x")
        }
    }

    @Test("a home that belongs to somebody else, or that others may enter, is refused", .enabled(if: geteuid() == 0))
    func foreignHome() async throws {
        try await withTemporaryDirectory { directory in
            let home = directory.appending("postgres")
            #expect(mkdir(home.string, 0o700) == 0)
            #expect(chown(home.string, 12_345, 12_345) == 0)
            let fault = try await fault(directory)
            #expect(fault == .notPermitted(path: home.string))
        }
    }

    @Test("a home that is a link to nowhere is not made anew")
    func danglingLink() async throws {
        try await withTemporaryDirectory { directory in
            let home = directory.appending("postgres")
            #expect(symlink("/nowhere/at/all", home.string) == 0)
            let fault = try await fault(directory)
            #expect(fault == .corrupted(path: home.string))
        }
    }

    @Test("a data directory that is a file, or cannot be made, is refused")
    func noDirectory() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending("file")
            try file.write("")
            #expect(try await fault(file) == .notPermitted(path: file.string))
            let deeper = file.appending("deeper")
            #expect(try await fault(deeper) == .notPermitted(path: deeper.string))
            let orphan = directory.appending("none/deeper")
            #expect(try await fault(orphan) == .noParent(path: orphan.string))
        }
    }

    @Test("a server that does not come up shows the end of its log in ours")
    func failure() async throws {
        try await withTemporaryDirectory { directory in
            #expect(try await fault(directory) == nil)
            let control = directory.appending("postgres").appending("data").appending("global/pg_control")
            #expect(unlink(control.string) == 0)
            guard case .failed(let program, let output) = try await fault(directory) else {
                Issue.record("it started")
                return
            }
            #expect(program == "pg_ctl")
            #expect(output.contains("pg_control"))
        }
    }

    private func makeHome(in directory: FilePath) async throws -> FilePath {
        let user = try ServerUser.current()
        let home = directory.appending("postgres")
        #expect(mkdir(home.string, 0o700) == 0)
        #expect(chown(home.string, user.id, user.group) == 0)
        return home
    }
}
