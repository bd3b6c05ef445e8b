import Glibc
import JSON
import OrderedCollections
import SystemPackage
import Vault

/// The folder in which a server keeps what is its own: the cluster, the master key, the first token, its address.
struct DataDirectory: Sendable {
    let path: FilePath

    init(_ path: FilePath) {
        self.path = path
    }

    /// Where the first start makes the master key of the cluster; beside the cluster, so that a copy of the database
    /// does not hold the key.
    var masterKey: FilePath { path.appending("master.key") }

    /// The token that the first start gives to the administrator.
    var adminTokenFile: FilePath { path.appending("admin.token") }

    private var serverFile: FilePath { path.appending("server.json") }

    /// Makes the folder unless it is there. As root others may pass through it, for the cluster runs as another user;
    /// otherwise nobody else can.
    func create() throws(CommandFault) {
        guard mkdir(path.string, geteuid() == 0 ? 0o711 : 0o700) == 0 || errno == EEXIST else {
            throw .dataDirectory(path, Errno(rawValue: errno))
        }
        guard access(path.string, R_OK | W_OK | X_OK) == 0 else { throw .dataDirectory(path, Errno(rawValue: errno)) }
    }
}

extension DataDirectory {
    /// The administrator's token, if there is one here that this user may read.
    func adminToken() -> String? {
        guard let bytes = try? adminTokenFile.contents(upTo: 1024) else { return nil }
        let token = String(decoding: bytes, as: UTF8.self).prefix { !$0.isWhitespace }
        return token.isEmpty ? nil : String(token)
    }

    /// Writes the administrator's token, for its owner's eyes only.
    func keepAdminToken(_ token: AccessToken) throws(CommandFault) {
        do {
            try token.secret.withText { text throws(Errno) in
                try adminTokenFile.writePrivately(Array("\(text)\n".utf8))
            }
        } catch {
            throw .dataDirectory(path, error)
        }
    }

    /// Where a running server can be reached from this machine.
    struct RunningServer: Sendable, Hashable {
        let url: String
        /// The certificate to trust, where the server uses TLS.
        let certificate: FilePath?
    }

    /// What the server that runs here said of itself; nil if none runs, even if one has died without a word.
    func runningServer() -> RunningServer? {
        guard let bytes = try? serverFile.contents(upTo: 4096), let value = try? JSONValue(parsing: bytes),
            let url = value["url"]?.stringValue, let id = value["pid"]?.intValue, let pid = pid_t(exactly: id), pid > 0
        else { return nil }
        // Not allowed to signal it (EPERM) still means that it is there.
        guard kill(pid, 0) == 0 || errno == EPERM else { return nil }
        return RunningServer(url: url, certificate: value["certificate"]?.stringValue.map { FilePath($0) })
    }

    /// Says where this process can be reached.
    func announce(url: String, certificate: FilePath?) throws(CommandFault) {
        var members: OrderedDictionary<String, JSONValue> = ["url": .string(url), "pid": .int(Int(getpid()))]
        if let certificate { members["certificate"] = .string(certificate.resolved.string) }
        let value = JSONValue.object(members)
        do {
            // A string and a number can always be written.
            try serverFile.writePrivately(Array(((try? value.text()) ?? "{}").utf8))
        } catch {
            throw .dataDirectory(path, error)
        }
    }

    /// Takes that back.
    func withdraw() {
        serverFile.remove()
    }
}
