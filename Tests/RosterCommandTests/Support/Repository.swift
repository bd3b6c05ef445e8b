import FoundationEssentials
import SystemPackage

/// The files of this package.
enum Repository {
    /// Its folder: four levels above this file.
    static let root = (0..<4).reduce(FilePath(#filePath)) { path, _ in path.removingLastComponent() }

    static func text(of path: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: root.appending(path).string))
        return String(decoding: data, as: UTF8.self)
    }
}
