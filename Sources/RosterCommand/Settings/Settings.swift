import Roster
import RosterServer
import SystemPackage
import Vault

/// The settings of a server, read and judged.
struct Settings: Sendable {
    let host: String
    let port: Int
    let database: DatabaseSettings
    let masterKey: MasterKeyPlace
    let tls: TLSSource?
    /// Nil where callers without a token may do nothing.
    let anonymousRole: Role?
    /// Whether providers on this machine and in private networks may be called.
    let allowsPrivateAddresses: Bool
    let limits: ServerLimits
    /// How long requests in flight may take after the signal to stop; then they are cut off.
    let drainTimeout: Duration

    /// Where the master key is to be found.
    enum MasterKeyPlace: Sendable {
        case environment(value: Secret)
        case file(FilePath)
        /// In the data directory, where the first start makes it.
        case dataDirectory
    }

    /// Where certificate and key come from.
    enum TLSSource: Sendable {
        case files(TLSFiles)
        /// The server makes them for these names and addresses.
        case selfSigned(names: [String], clientAuthorities: String?)
    }

    /// Reads every setting; the first that is of no use is thrown.
    init(reading sources: SettingSources) throws(SettingFault) {
        host = try sources.required(.host)
        port = try sources.required(.port, in: 0...65_535)
        database = try DatabaseSettings(reading: sources)
        masterKey = try sources.masterKeyPlace(hasOwnCluster: database.url == nil)
        tls = try sources.tlsSource()
        anonymousRole = try sources.choice(.anonymousRole, of: Role.allCases) { $0.rawValue.lowercased() }
        allowsPrivateAddresses =
            try sources.choice(.allowPrivateAddresses, of: [true, false], named: \.description) ?? (database.url == nil)
        limits = try sources.limits()
        drainTimeout = try sources.seconds(.drainTimeout)
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

    fileprivate func tlsSource() throws(SettingFault) -> Settings.TLSSource? {
        let authorities = try text(.tlsClientCA)
        switch (try text(.tlsCertificate), try text(.tlsKey), try text(.tlsSelfSigned)) {
        case (nil, nil, nil):
            if let authorities { throw SettingFault(.tlsClientCA, authorities.source, .needs(.tlsCertificate)) }
            return nil
        case (.some(let certificate), _, .some):
            throw SettingFault(.tlsCertificate, certificate.source, .excludes(.tlsSelfSigned))
        case (nil, .some(let key), .some): throw SettingFault(.tlsKey, key.source, .excludes(.tlsSelfSigned))
        case (nil, nil, .some(let names)):
            let names = names.text.split(separator: ",").map(String.init)
            return .selfSigned(names: names, clientAuthorities: authorities?.text)
        case (.some(let certificate), nil, nil):
            throw SettingFault(.tlsCertificate, certificate.source, .needs(.tlsKey))
        case (nil, .some(let key), nil): throw SettingFault(.tlsKey, key.source, .needs(.tlsCertificate))
        case (.some(let certificate), .some(let key), nil):
            return .files(
                TLSFiles(certificate: certificate.text, key: key.text, clientAuthorities: authorities?.text))
        }
    }
}
