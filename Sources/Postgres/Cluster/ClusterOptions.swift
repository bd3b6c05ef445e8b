/// How the server of a cluster of our own is set: small, durable, and reached by its socket only.
struct ClusterOptions: Sendable {
    /// Off for scratch clusters of tests: faster, and lost when the machine fails.
    var isDurable = true

    /// The arguments of `postgres`.
    ///
    /// Statements that fail are not logged and errors are logged without detail, so no values reach the log.
    func arguments(socketDirectory: String) -> [String] {
        var settings = [
            ("listen_addresses", ""),
            ("unix_socket_directories", socketDirectory),
            ("unix_socket_permissions", "0700"),
            ("port", "5432"),
            ("max_connections", isDurable ? "50" : "200"),
            ("shared_buffers", "32MB"),
            ("max_wal_size", "256MB"),
            ("logging_collector", "off"),
            ("log_destination", "stderr"),
            ("log_line_prefix", "%m [%p] "),
            ("log_min_error_statement", "panic"),
            ("log_error_verbosity", "terse"),
        ]
        if !isDurable {
            settings += [("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off")]
        }
        return settings.flatMap { name, value in ["-c", "\(name)=\(value)"] }
    }
}
