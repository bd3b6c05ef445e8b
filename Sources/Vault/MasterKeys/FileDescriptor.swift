#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The owner of an open file; each call turns `errno` into the error that the caller names.
struct FileDescriptor: ~Copyable {
    typealias Failure = (_ errno: Int32) -> VaultError

    /// What `fstat` says of a file.
    struct Status {
        let isRegular: Bool
        let permissions: UInt32
        let size: Int
    }

    private let descriptor: Int32

    /// A file that this call creates can be reached by its owner only.
    init(opening path: String, _ flags: Int32, _ failure: Failure) throws(VaultError) {
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw failure(errno) }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    func status(_ failure: Failure) throws(VaultError) -> Status {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        return Status(
            isRegular: status.st_mode & S_IFMT == S_IFREG,
            permissions: UInt32(status.st_mode & 0o7777),
            size: Int(status.st_size)
        )
    }

    /// The first `count` bytes; the end of the file before that is an input/output error.
    func read(count: Int, _ failure: Failure) throws(VaultError) -> CleansedBytes {
        try CleansedBytes(count: count) { bytes throws(VaultError) in
            var done = 0
            while done < count {
                let status = bytes.withUnsafeMutableBufferPointer { buffer in
                    pread(descriptor, buffer.baseAddress?.advanced(by: done), count - done, off_t(done))
                }
                if status < 0, errno == EINTR { continue }
                guard status > 0 else { throw failure(status == 0 ? EIO : errno) }
                done += status
            }
        }
    }

    func write(_ bytes: Span<UInt8>, _ failure: Failure) throws(VaultError) {
        var done = 0
        while done < bytes.count {
            let status = bytes.withUnsafeBufferPointer { buffer in
                pwrite(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done, off_t(done))
            }
            if status < 0, errno == EINTR { continue }
            guard status >= 0 else { throw failure(errno) }
            done += status
        }
    }

    func setPermissions(_ mode: UInt32, _ failure: Failure) throws(VaultError) {
        guard fchmod(descriptor, mode_t(mode)) == 0 else { throw failure(errno) }
    }

    func synchronize(_ failure: Failure) throws(VaultError) {
        guard fsync(descriptor) == 0 else { throw failure(errno) }
    }
}

/// The words of the C library for an error number.
enum SystemError {
    static func text(_ errno: Int32) -> String {
        guard let text = strerror(errno) else { return "error \(errno)" }
        return String(cString: text)
    }
}
