/// A setting of the server. This is the only list of them: options, variables, file members, `--print-config` and the
/// table in the README all come from it.
enum Setting: String, CaseIterable, Sendable {
    case host
    case port
    case dataDirectory = "data-dir"
    case databaseURL = "database-url"
    case masterKey = "master-key"
    case masterKeyFile = "master-key-file"
    case tlsCertificate = "tls-certificate"
    case tlsKey = "tls-key"
    case tlsClientCA = "tls-client-ca"
    case tlsSelfSigned = "tls-self-signed"
    case anonymousRole = "anonymous-role"
    case home
    case logLevel = "log-level"
    case logFormat = "log-format"
    case allowPrivateAddresses = "allow-private-addresses"
    case bodyLimit = "body-limit"
    case idleTimeout = "idle-timeout"
    case headerTimeout = "header-timeout"
    case bodyTimeout = "body-timeout"
    case writeTimeout = "write-timeout"
    case operationTimeout = "operation-timeout"
    case drainTimeout = "drain-timeout"
    case connections
    case connectionsPerAddress = "connections-per-address"
    case sessionHours = "session-hours"
    case config
}

extension Setting {
    /// What a value is, in options, variables and files alike.
    enum Kind: Sendable {
        case text
        /// A whole number; files hold it as a number.
        case number
        /// Text that is shown nowhere, and has no option because everyone may read a program's arguments.
        case secret
    }

    var kind: Kind {
        switch self {
        case .port, .bodyLimit, .idleTimeout, .headerTimeout, .bodyTimeout, .writeTimeout, .operationTimeout,
            .drainTimeout, .connections, .connectionsPerAddress, .sessionHours:
            .number
        case .databaseURL, .masterKey: .secret
        default: .text
        }
    }

    /// The value where none is given, as it is written; nil where the absence has a meaning of its own.
    var fallback: String? {
        switch self {
        case .host: "127.0.0.1"
        case .port: "8080"
        case .dataDirectory: ".roster"
        case .logLevel: "info"
        case .logFormat: "text"
        case .bodyLimit: "1048576"
        case .idleTimeout: "60"
        case .headerTimeout: "10"
        case .bodyTimeout: "60"
        case .writeTimeout: "20"
        case .operationTimeout: "30"
        case .drainTimeout: "20"
        case .connections: "4096"
        case .connectionsPerAddress: "2048"
        case .sessionHours: "24"
        case .databaseURL, .masterKey, .masterKeyFile, .tlsCertificate, .tlsKey, .tlsClientCA, .tlsSelfSigned,
            .anonymousRole, .home, .config,
            .allowPrivateAddresses:
            nil
        }
    }

    /// What it does, for people: a phrase or two without a full stop at the end.
    var meaning: String {
        switch self {
        case .host: "Address to listen at; `0.0.0.0` is every address of this machine"
        case .port: "Port to listen at; `0` picks a free one and prints it"
        case .dataDirectory: "Where the server keeps its own Postgres cluster, master key and first token"
        case .databaseURL: "Postgres to use instead of a cluster of its own: `postgres://user:password@host/name`"
        case .masterKey: "Master key that encrypts API keys: 64 hexadecimal digits, or 32 bytes in base64"
        case .masterKeyFile: "File with the master key, mode 0400; else the server makes one in its data directory"
        case .tlsCertificate: "PEM file with the certificate and its chain; with `tls-key` it turns HTTPS on"
        case .tlsKey: "PEM file with the certificate's private key"
        case .tlsClientCA: "PEM file with the authorities of which every caller must show a certificate"
        case .tlsSelfSigned:
            "Names for a certificate that is made for trying HTTPS out, as `localhost,192.0.2.7`; nobody vouches for it"
        case .anonymousRole: "Role of callers without a token: `viewer`, `member`, `editor` or `admin`"
        case .home: "Folder with `Public` and `schema`; else the working directory, else `share/roster` beside `bin`"
        case .logLevel: "Least that is logged: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`"
        case .logFormat: "`text` for people or `json` for machines, a line each, on standard error"
        case .allowPrivateAddresses:
            "Whether providers on this machine and in private networks may be called: `true` or `false`; else only with a "
                + "cluster of its own"
        case .bodyLimit: "Largest request body, in bytes; 16 MB for `/v1`"
        case .idleTimeout: "Seconds after which a connection without traffic is closed"
        case .headerTimeout: "Seconds that a TLS handshake or the header of a request may take"
        case .bodyTimeout: "Seconds that the body of a request may take"
        case .writeTimeout: "Seconds after which a caller that does not read its response is cut off"
        case .operationTimeout:
            "Seconds until an operation is given up, and a request without a response answered with 503; not for `/v1`"
        case .drainTimeout:
            "Seconds that requests in flight are given when the server stops; after three quarters of them whoever "
                + "still waits is told so"
        case .connections: "Connections at once; more are answered with 503"
        case .connectionsPerAddress: "The same for one address, or one IPv6 network"
        case .sessionHours: "Hours that a page stays signed in"
        case .config: "JSON file with settings under these names"
        }
    }

    /// The option, with its dashes; nil for secrets.
    var option: String? {
        kind == .secret ? nil : "--\(rawValue)"
    }

    /// The environment variable.
    var variable: String {
        self == .databaseURL ? "DATABASE_URL" : "ROSTER_" + rawValue.uppercased().replacing("-", with: "_")
    }

    /// The member of a settings file; nil for the setting that names the file.
    var member: String? {
        self == .config ? nil : rawValue
    }
}
