/// Why the Postgres cluster of our own cannot be used.
package enum ClusterFault: Sendable, Equatable {
    /// No PostgreSQL server programs were found.
    case noBinaries
    /// The cluster was made by another major version of PostgreSQL than the programs found.
    case wrongVersion(cluster: String)
    /// There is no directory that the data directory could be made in.
    case noParent(path: String)
    /// The data directory belongs to another user or cannot be written.
    case notPermitted(path: String)
    /// Started as root, and there is no user `postgres` to run the cluster as.
    case noUser
    /// Another process holds the data directory.
    case inUse(path: String)
    /// The directory holds something that is no cluster.
    case corrupted(path: String)
    /// One of PostgreSQL's programs failed; `output` is the end of what it said.
    case failed(program: String, output: String)

    /// What goes to the log besides the description.
    var log: String? {
        guard case .failed(_, let output) = self, !output.isEmpty else { return nil }
        return output
    }
}

extension ClusterFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noBinaries:
            "PostgreSQL's server programs were not found; install them (Debian: apt-get install postgresql) "
                + "or set DATABASE_URL."
        case .wrongVersion(let cluster):
            "The data directory was made by PostgreSQL \(cluster); install that version (Debian: apt-get install "
                + "postgresql-\(cluster))."
        case .noParent(let path):
            "The data directory \(path) cannot be made, because the directory that it is to lie in does not exist."
        case .notPermitted(let path):
            "The data directory \(path) cannot be used by this user."
        case .noUser:
            "PostgreSQL does not run as root, and there is no user named postgres to run it as; "
                + "install PostgreSQL's packages or start as another user."
        case .inUse(let path):
            "Another roster runs with the data directory \(path); stop it or choose another directory."
        case .corrupted(let path):
            "\(path) exists but holds no PostgreSQL cluster; move it away to start with a new one."
        case .failed(let program, _):
            "\(program) failed; see the log."
        }
    }
}
