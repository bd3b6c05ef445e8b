import SystemPackage

/// Where the parts of a cluster lie. All are inside `home`, which belongs to the user that the server runs as, mode
/// 0700: only that user and root can reach the socket, which is why the socket may trust whoever connects.
struct ClusterLayout: Sendable, Equatable {
    let home: FilePath

    /// PostgreSQL's data directory.
    var data: FilePath { home.appending("data") }
    /// Where `initdb` works; renamed to `data` when it is done, so that half a cluster is never taken for one.
    var unfinishedData: FilePath { home.appending("data.unfinished") }
    var log: FilePath { home.appending("postgres.log") }
    var processFile: FilePath { data.appending("postmaster.pid") }
    var versionFile: FilePath { data.appending("PG_VERSION") }

    /// The directory of the socket: inside `home`, or under `/tmp` when that path is too long or too odd.
    ///
    /// A socket's path has at most 107 bytes (`sun_path`), of which `/.s.PGSQL.5432` takes 14; and the server splits
    /// its setting at commas.
    func socketDirectory(owner: UInt32) -> FilePath {
        let usual = home.appending("socket")
        let isPlain = usual.string.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        if isPlain, usual.string.utf8.count + 14 <= 107 { return usual }
        return FilePath("/tmp/roster-\(owner)-\(String(Self.hash(home.string), radix: 36))")
    }

    /// FNV-1a, 64 bits: the same for the same path in every process, which `Hasher` is not.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
