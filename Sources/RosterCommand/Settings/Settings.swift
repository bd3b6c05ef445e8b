import Roster
import SystemPackage
import Vault

/// The settings of a server, read and judged.
struct Settings: Sendable {
    let host: String
    let port: Int
    let database: DatabaseSettings
    let masterKey: MasterKeyPlace
    let tls: TLSFiles?
    /// Nil where callers without a token may do nothing.
    let anonymousRole: Role?
    /// Whether providers on this machine and in private networks may be called.
    let allowsPrivateAddresses: Bool
    /// In bytes.
    let bodyLimit: Int
    let idleTimeout: Duration

    /// Where the master key is to be found.
    enum MasterKeyPlace: Sendable {
        case environment(value: Secret)
        case file(FilePath)
        /// In the data directory, where the first start makes it.
        case dataDirectory
    }

    struct TLSFiles: Sendable {
        let certificate: FilePath
        let key: FilePath
    }

    /// Reads every setting; the first that is of no use is thrown.
    init(reading sources: SettingSources) throws(SettingFault) {
        host = try sources.required(.host)
        port = try sources.required(.port, in: 0...65_535)
        database = try DatabaseSettings(reading: sources)
        masterKey = try sources.masterKeyPlace(hasOwnCluster: database.url == nil)
        tls = try sources.tlsFiles()
        anonymousRole = try sources.choice(.anonymousRole, of: Role.allCases) { $0.rawValue.lowercased() }
        allowsPrivateAddresses =
            try sources.choice(.allowPrivateAddresses, of: [true, false], named: \.description) ?? (database.url == nil)
        bodyLimit = try sources.required(.bodyLimit, in: 1024...64 << 20)
        idleTimeout = .seconds(try sources.required(.idleTimeout, in: 1...3600))
    }
}

extension SettingSources {
    fileprivate func masterKeyPlace(hasOwnCluster: Bool) throws(SettingFault) -> Settings.MasterKeyPlace {
        switch (try text(.masterKey), try text(.masterKeyFile)) {
        case (.some(let key), .some): throw SettingFault(.masterKey, key.source, .excludes(.masterKeyFile))
        case (.some(let key), nil): return .environment(value: Secret(key.text))
        case (nil, .some(let file)): return .file(FilePath(file.text))
        case (nil, nil) where hasOwnCluster: return .dataDirectory
        case (nil, nil):
            let advice = "A database of your own needs a master key of your own; `openssl rand -hex 32` makes one."
            throw SettingFault(.masterKey, .environment, .missing(advice))
        }
    }

    fileprivate func tlsFiles() throws(SettingFault) -> Settings.TLSFiles? {
        switch (try text(.tlsCertificate), try text(.tlsKey)) {
        case (nil, nil): return nil
        case (.some(let certificate), nil): throw SettingFault(.tlsCertificate, certificate.source, .needs(.tlsKey))
        case (nil, .some(let key)): throw SettingFault(.tlsKey, key.source, .needs(.tlsCertificate))
        case (.some(let certificate), .some(let key)):
            return Settings.TLSFiles(certificate: FilePath(certificate.text), key: FilePath(key.text))
        }
    }
}
