import Glibc
import SystemPackage

extension FilePath {
    /// Whether there is anything at this path.
    var exists: Bool { access(string, F_OK) == 0 }

    /// The program that is running; nil where the system does not tell.
    static var program: FilePath? {
        let link = FilePath("/proc/self/exe")
        return link.resolved == link ? nil : link.resolved
    }

    /// The absolute path without links in it; unchanged where there is nothing at the path.
    var resolved: FilePath {
        guard let resolved = realpath(string, nil) else { return self }
        defer { free(resolved) }
        return FilePath(platformString: resolved)
    }

    /// The whole file; one of more than `limit` bytes is refused as too large.
    func contents(upTo limit: Int) throws(Errno) -> [UInt8] {
        try Errno.rethrowing {
            let file = try FileDescriptor.open(self, .readOnly, options: [.closeOnExec])
            return try file.closeAfter { try file.readAll(upTo: limit) }
        }
    }

    /// Makes a file that only its owner can read, or replaces it: whole, durably, and at one instant.
    func writePrivately(_ contents: [UInt8]) throws(Errno) {
        let draft = removingLastComponent().appending(".\(lastComponent?.string ?? "file").new")
        try Errno.rethrowing {
            unlink(draft.string)
            let file = try FileDescriptor.open(
                draft, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
            try file.closeAfter {
                try file.writeAll(contents)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            guard rename(draft.string, string) == 0 else { throw Errno(rawValue: errno) }
        }
    }

    /// Removes the file if it is there.
    func remove() {
        unlink(string)
    }
}

extension FileDescriptor {
    /// Everything from here to the end; more than `limit` bytes are `EFBIG`.
    func readAll(upTo limit: Int) throws(Errno) -> [UInt8] {
        try Errno.rethrowing {
            var contents: [UInt8] = []
            let chunk = 64 << 10
            while true {
                let read = try [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                    count = try self.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
                guard !read.isEmpty else { return contents }
                contents += read
                guard contents.count <= limit else { throw Errno.fileTooLarge }
            }
        }
    }
}

extension Errno {
    /// Narrows what the system library declares as any error to what it throws.
    fileprivate static func rethrowing<Value>(_ body: () throws -> Value) throws(Errno) -> Value {
        do {
            return try body()
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}
