import Glibc
package import SystemPackage

/// Keeps a data directory for this process: an advisory lock on the file `lock` in it.
///
/// The system gives it back when the last reference or the process ends, however it ends. Programs that this process
/// starts do not inherit it.
package final class DirectoryLock: Sendable {
    private let file: FileDescriptor

    /// Takes the lock, or throws `.cluster(.inUse)` when another process has it.
    package init(_ directory: FilePath) throws(PostgresError) {
        do {
            file = try FileDescriptor.open(
                directory.appending("lock"), .readWrite,
                options: [.create, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
        } catch {
            throw .cluster(.notPermitted(path: directory.string))
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            try? file.close()
            throw .cluster(.inUse(path: directory.string))
        }
    }

    deinit {
        // Closing is not enough: a program that is just being started has the file open until its `exec`.
        flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
