import Testing

@testable import Vault

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite("Master key files")
final class MasterKeyFileTests {
    let folder: String

    init() throws {
        folder = "/tmp/roster-vault-tests-" + Hexadecimal.encode(try RandomBytes.make(count: 8))
        try #require(mkdir(folder, 0o700) == 0)
    }

    deinit {
        for name in Self.names(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func makeFile(_ contents: [UInt8], mode: mode_t = 0o400) throws -> String {
        let path = "\(folder)/written.key"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(write(descriptor, contents, contents.count) == contents.count)
        try #require(fchmod(descriptor, mode) == 0)
        return path
    }

    @Test("a new key is in its file alone, with mode 0400, when it is handed over")
    func creation() throws {
        let path = "\(folder)/master.key"
        let key = try MasterKey.create(path: path)
        #expect(try MasterKey.read(path: path).id == key.id)
        #expect(Self.names(in: folder) == ["master.key"])
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o400)
        #expect(status.st_size == 65)
    }

    @Test("a file that exists is never overwritten, and nothing is left beside it")
    func neverOverwritten() throws {
        let path = "\(folder)/master.key"
        let key = try MasterKey.create(path: path)
        #expect(throws: VaultError.masterKeyRefused(.alreadyExists, .file(path: path))) {
            try MasterKey.create(path: path)
        }
        #expect(try MasterKey.read(path: path).id == key.id)
        #expect(Self.names(in: folder) == ["master.key"])
    }

    @Test("of many that make a key at once, one succeeds and all then read the same key")
    func race() async throws {
        let path = "\(folder)/master.key"
        let made = await withTaskGroup(of: KeyID?.self) { group in
            for _ in 0..<16 { group.addTask { try? MasterKey.create(path: path).id } }
            return await group.reduce(into: [KeyID]()) { if let id = $1 { $0.append(id) } }
        }
        #expect(made == [try MasterKey.read(path: path).id])
        #expect(Self.names(in: folder) == ["master.key"])
    }

    @Test("a key cannot be made in a folder that does not exist")
    func noFolder() {
        let path = "\(folder)/missing/master.key"
        #expect(throws: VaultError.masterKeyRefused(.unwritable(ENOENT), .file(path: path))) {
            try MasterKey.create(path: path)
        }
    }

    @Test("raw bytes and text are read", arguments: [0o400, 0o600] as [mode_t])
    func reading(mode: mode_t) throws {
        let bytes = try RandomBytes.make(count: 32)
        let path = try makeFile(bytes, mode: mode)
        #expect(try MasterKey.read(path: path).id == MasterKey(contents: bytes, from: .file(path: path)).id)
    }

    @Test(
        "a file that others can reach is refused",
        arguments: [0o440, 0o404, 0o644, 0o620, 0o602, 0o660, 0o401] as [mode_t])
    func permissions(mode: mode_t) throws {
        let path = try makeFile(RandomBytes.make(count: 32), mode: mode)
        #expect(throws: VaultError.masterKeyRefused(.openToOthers(mode: UInt32(mode)), .file(path: path))) {
            try MasterKey.read(path: path)
        }
    }

    @Test(
        "a file of a wrong length is refused",
        arguments: [
            (0, .empty), (31, .wrongLength(31)), (1024, .wrongLength(1024)), (1025, .wrongLength(1025)),
            (100_000, .wrongLength(100_000)),
        ] as [(Int, MasterKey.Refusal)])
    func lengths(count: Int, refusal: MasterKey.Refusal) throws {
        let path = try makeFile([UInt8](repeating: 0xA5, count: count))
        #expect(throws: VaultError.masterKeyRefused(refusal, .file(path: path))) { try MasterKey.read(path: path) }
    }

    @Test("a file is read up to its limit and refused one byte beyond")
    func longestFile() throws {
        let text = Array(MasterKeyTests.digits.utf8)
        let padding = [UInt8](repeating: UInt8(ascii: "\n"), count: MasterKey.longestFile - text.count)
        let path = try makeFile(text + padding)
        #expect(try MasterKey.read(path: path).id == MasterKey(environment: "", value: MasterKeyTests.digits).id)
        try #require(unlink(path) == 0)
        let longer = try makeFile(text + padding + padding.prefix(1))
        #expect(throws: VaultError.masterKeyRefused(.wrongLength(1025), .file(path: longer))) {
            try MasterKey.read(path: longer)
        }
    }

    @Test("a path without a file, a folder and a pipe are refused at once")
    func notFiles() throws {
        let missing = "\(folder)/missing.key"
        #expect(throws: VaultError.masterKeyRefused(.missing, .file(path: missing))) {
            try MasterKey.read(path: missing)
        }
        #expect(throws: VaultError.masterKeyRefused(.notRegularFile, .file(path: folder))) {
            try MasterKey.read(path: folder)
        }
        let pipe = "\(folder)/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(throws: VaultError.masterKeyRefused(.notRegularFile, .file(path: pipe))) {
            try MasterKey.read(path: pipe)
        }
    }
}
