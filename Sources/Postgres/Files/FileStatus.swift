import Glibc
import SystemPackage

/// What the file system says of a path itself; a link is not followed.
struct FileStatus {
    enum Kind {
        case directory
        case link
        case other
    }

    let kind: Kind
    let owner: uid_t
    /// The permission bits.
    let mode: mode_t
    let size: Int

    /// `nil` when there is nothing, or it cannot be looked at.
    init?(_ path: FilePath) {
        var status = stat()
        guard lstat(path.string, &status) == 0 else { return nil }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .directory
            case S_IFLNK: .link
            default: .other
            }
        owner = status.st_uid
        mode = status.st_mode & 0o7777
        size = Int(status.st_size)
    }
}
