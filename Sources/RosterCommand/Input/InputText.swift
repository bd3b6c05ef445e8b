import SystemPackage

/// What a command reads: a file, or standard input.
struct InputText: Sendable {
    let text: String

    /// The most that is read, in bytes.
    static let largest = 64 << 20

    /// - Parameter path: of a file; `-` is standard input.
    init(at path: String) throws(CommandFault) {
        do {
            let bytes =
                path == "-"
                ? try FileDescriptor.standardInput.readAll(upTo: Self.largest)
                : try FilePath(path).contents(upTo: Self.largest)
            text = String(decoding: bytes, as: UTF8.self)
        } catch {
            throw .badInput(.unreadable(path: path == "-" ? "standard input" : path, error))
        }
    }
}
