import ArgumentParser
import Configuration

/// The settings of a server as options of a command.
struct SettingOptions: ParsableArguments {
    @Option(.host) var host: String?
    @Option(.port) var port: Int?
    @OptionGroup var database: DatabaseOptions
    @Option(.masterKeyFile) var masterKeyFile: String?
    @Option(.tlsCertificate) var tlsCertificate: String?
    @Option(.tlsKey) var tlsKey: String?
    @Option(.tlsClientCA) var tlsClientCA: String?
    @Option(.tlsSelfSigned) var tlsSelfSigned: String?
    @Option(.anonymousRole) var anonymousRole: String?
    @Option(.allowPrivateAddresses) var allowPrivateAddresses: String?
    @Option(.bodyLimit) var bodyLimit: Int?
    @Option(.idleTimeout) var idleTimeout: Int?
    @Option(.headerTimeout) var headerTimeout: Int?
    @Option(.bodyTimeout) var bodyTimeout: Int?
    @Option(.writeTimeout) var writeTimeout: Int?
    @Option(.operationTimeout) var operationTimeout: Int?
    @Option(.drainTimeout) var drainTimeout: Int?
    @Option(.connections) var connections: Int?
    @Option(.connectionsPerAddress) var connectionsPerAddress: Int?
    @Option(.sessionHours) var sessionHours: Int?

    /// What was given on the command line.
    var given: [Setting: ConfigContent] {
        let texts: [Setting: String?] = [
            .host: host, .masterKeyFile: masterKeyFile, .tlsCertificate: tlsCertificate, .tlsKey: tlsKey,
            .tlsClientCA: tlsClientCA, .tlsSelfSigned: tlsSelfSigned,
            .anonymousRole: anonymousRole, .allowPrivateAddresses: allowPrivateAddresses,
        ]
        let numbers: [Setting: Int?] = [
            .port: port, .bodyLimit: bodyLimit, .idleTimeout: idleTimeout, .headerTimeout: headerTimeout,
            .bodyTimeout: bodyTimeout, .writeTimeout: writeTimeout, .operationTimeout: operationTimeout,
            .drainTimeout: drainTimeout, .connections: connections, .connectionsPerAddress: connectionsPerAddress,
            .sessionHours: sessionHours,
        ]
        return texts.compactMapValues { $0.map(ConfigContent.string) }
            .merging(numbers.compactMapValues { $0.map(ConfigContent.int) }) { $1 }
            .merging(database.given) { $1 }
    }
}

/// The settings that every command needs which opens the database by itself.
struct DatabaseOptions: ParsableArguments {
    @Option(.dataDirectory) var dataDirectory: String?
    @Option(.home) var home: String?
    @Option(.logLevel) var logLevel: String?
    @Option(.logFormat) var logFormat: String?
    @Option(.config) var config: String?

    /// What was given on the command line.
    var given: [Setting: ConfigContent] {
        let texts: [Setting: String?] = [
            .dataDirectory: dataDirectory, .home: home, .logLevel: logLevel, .logFormat: logFormat, .config: config,
        ]
        return texts.compactMapValues { $0.map(ConfigContent.string) }
    }
}

extension Option {
    /// The option of a text setting.
    fileprivate init(_ setting: Setting) where Value == String? {
        self.init(name: .customLong(setting.rawValue), help: setting.help)
    }

    /// The option of a number setting.
    fileprivate init(_ setting: Setting) where Value == Int? {
        self.init(name: .customLong(setting.rawValue), help: setting.help)
    }
}

extension Setting {
    /// `Port to listen at; … (ROSTER_PORT, default 8080)`
    fileprivate var help: ArgumentHelp {
        let standard = fallback.map { ", default \($0)" } ?? ""
        let text = meaning.replacing("`", with: "")
        return ArgumentHelp("\(text). (\(variable)\(standard))", valueName: kind == .number ? "number" : valueName)
    }

    private var valueName: String {
        switch self {
        case .dataDirectory, .home: "folder"
        case .masterKeyFile, .tlsCertificate, .tlsKey, .tlsClientCA, .config: "file"
        case .tlsSelfSigned: "names"
        case .anonymousRole: "role"
        case .logLevel: "level"
        case .logFormat: "format"
        case .allowPrivateAddresses: "true|false"
        default: "address"
        }
    }
}
