#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension MasterKey {
    /// The longest key file that is read, in bytes; no key needs a tenth of it.
    package static let longestFile = 1024

    /// The permissions of a new key file: its owner may read it.
    package static let fileMode: UInt32 = 0o400

    /// Reads a key from a regular file that only its owner can reach.
    package static func read(path: String) throws(VaultError) -> MasterKey {
        let source = Source.file(path: path)
        let failure = { (errno: Int32) in
            VaultError.masterKeyRefused(errno == ENOENT ? .missing : .unreadable(errno), source)
        }
        // Without O_NONBLOCK a named pipe would hold the start up until someone writes to it.
        let file = try FileDescriptor(opening: path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, failure)
        let status = try file.status(failure)
        guard status.isRegular else { throw .masterKeyRefused(.notRegularFile, source) }
        guard status.permissions & 0o077 == 0 else {
            throw .masterKeyRefused(.openToOthers(mode: status.permissions), source)
        }
        guard status.size > 0 else { throw .masterKeyRefused(.empty, source) }
        guard status.size <= longestFile else { throw .masterKeyRefused(.wrongLength(status.size), source) }
        let contents = try file.read(count: status.size, failure)
        return try contents.withSpan { contents throws(VaultError) in
            try MasterKey(contents: contents, from: source)
        }
    }

    /// Makes a new key and writes it to a new file with mode 0400, durably, before it returns.
    ///
    /// The file appears with all of its contents or not at all, and an existing one is never touched: of servers that
    /// do this at once, one succeeds and the others get `alreadyExists` and read that one's key.
    package static func create(path: String) throws(VaultError) -> MasterKey {
        let source = Source.file(path: path)
        let key = try random()
        let suffix = try RandomBytes.make(count: 8)
        let draft = path + ".new-" + Hexadecimal.encode(suffix.span)
        let unwritable = { (errno: Int32) in VaultError.masterKeyRefused(.unwritable(errno), source) }
        defer { unlink(draft) }
        try write(key.fileContents(), to: draft, unwritable)
        // A hard link, unlike a renaming, fails where there is a file already.
        guard link(draft, path) == 0 else {
            throw errno == EEXIST ? .masterKeyRefused(.alreadyExists, source) : unwritable(errno)
        }
        try synchronize(folder: folder(of: path), unwritable)
        return key
    }

    private static func write(
        _ contents: CleansedBytes,
        to path: String,
        _ failure: FileDescriptor.Failure
    ) throws(VaultError) {
        let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, failure)
        try file.setPermissions(fileMode, failure)
        try contents.withSpan { contents throws(VaultError) in try file.write(contents, failure) }
        try file.synchronize(failure)
    }

    private static func synchronize(folder: String, _ failure: FileDescriptor.Failure) throws(VaultError) {
        let file = try FileDescriptor(opening: folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, failure)
        try file.synchronize(failure)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return String(path[...slash])
    }
}
