import FoundationEssentials
import SystemPackage

/// The files of this package.
enum Repository {
    /// Its folder: three levels above this file.
    static let root = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .removingLastComponent()

    static func text(of path: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: root.appending(path).string))
        return String(decoding: data, as: UTF8.self)
    }
}
