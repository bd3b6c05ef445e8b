import FoundationEssentials
import Glibc
import SystemPackage

/// An empty folder that goes away with everything in it. Others may pass through, for the cluster of a server that is
/// started as root belongs to another user.
final class TemporaryDirectory: Sendable {
    let path: FilePath

    init() throws {
        var template = Array("/tmp/roster-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        path = FilePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        chmod(path.string, 0o711)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path.appending(name).string))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path.string)
    }
}
