import Glibc
import SystemPackage

extension FilePath {
    /// The names in a directory, in no order, without `.` and `..`; `nil` when it cannot be read.
    func entries() -> [String]? {
        guard let directory = opendir(string) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            // `d_name` is a C array, which Swift sees as a tuple; its bytes end in NUL.
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The whole of a small file as text; `nil` when it cannot be read, is no UTF-8 or longer than the limit.
    func text(limit: Int = 1 << 24) -> String? {
        guard let file = try? FileDescriptor.open(self, .readOnly, options: .closeOnExec) else { return nil }
        defer { try? file.close() }
        var text: [UInt8] = []
        var buffer: [UInt8] = Array(repeating: 0, count: 1 << 16)
        while true {
            guard let count = try? buffer.withUnsafeMutableBytes({ try file.read(into: $0) }) else { return nil }
            if count == 0 { return String(validating: text, as: UTF8.self) }
            text += buffer[..<count]
            if text.count > limit { return nil }
        }
    }
}
