import Logging
import SystemPackage
import Vault

/// The settings of a command that opens the database by itself.
struct DatabaseSettings: Sendable {
    let dataDirectory: FilePath
    /// Nil where the server keeps a cluster of its own.
    let url: Secret?
    let home: Home
    let logLevel: Logger.Level
    let logFormat: LogFormat

    /// Reads these settings; the first that is of no use is thrown.
    init(reading sources: SettingSources) throws(SettingFault) {
        dataDirectory = FilePath(try sources.required(.dataDirectory))
        url = try sources.text(.databaseURL).map { Secret($0.text) }
        logLevel = try sources.choice(.logLevel, of: Logger.Level.allCases, named: \.rawValue) ?? .info
        logFormat = try sources.choice(.logFormat, of: LogFormat.allCases, named: \.rawValue) ?? .text
        home = try Home(setting: sources.text(.home))
    }

    /// Begins to log as it is set, for the whole program, and gives the logger of the command. Call it once.
    func startLogging() -> Logger {
        LoggingSystem.bootstrap { [logLevel, logFormat] _ in StandardErrorLog(level: logLevel, format: logFormat) }
        return Logger(label: "roster")
    }
}
