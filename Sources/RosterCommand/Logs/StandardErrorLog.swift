import FoundationEssentials
import JSON
import Logging
import SystemPackage

/// Writes log lines to standard error, each in one system call so that lines of several threads do not mix.
struct StandardErrorLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let format: LogFormat

    init(level: Logger.Level, format: LogFormat) {
        logLevel = level
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let line = LogLine(
            time: Date.now.formatted(.iso8601),
            level: event.level,
            message: event.message.description,
            metadata: all.map { ($0.key.shortened, $0.value) }.sorted { $0.0 < $1.0 }
        )
        let bytes = Array((line.written(as: format) + "\n").utf8)
        // A log that cannot be written is no reason to stop what is being logged.
        _ = try? FileDescriptor.standardError.writeAll(bytes)
    }
}

extension String {
    /// Hummingbird's own key for the request's id is longer than it need be in every line.
    fileprivate var shortened: String {
        self == "hb.request.id" ? "request" : self
    }
}
