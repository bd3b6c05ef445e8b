/// Where a database is and how long to wait for it.
package struct ConnectionSettings: Sendable {
    /// What `pg_stat_activity` shows; the connection string may say otherwise.
    package var applicationName = "roster"

    /// For each host, until it accepts a connection; `connect_timeout` in the connection string may say otherwise.
    package var connectTimeout: Duration = .seconds(5)

    /// The longest a statement may run; `nil` is without limit.
    package var statementTimeout: Duration? = .seconds(5)

    /// The longest a statement may wait for a lock; `nil` is without limit.
    package var lockTimeout: Duration? = .seconds(3)

    /// The longest a transaction of ours may sit idle before the server ends it and frees its locks.
    package var idleTransactionTimeout: Duration = .seconds(30)

    /// Statement limits are the server's to keep; this much later the server itself counts as gone.
    package var responseGrace: Duration = .seconds(2)

    private var parameters: [String: String]

    /// Reads an address (`postgres://…`) or `keyword=value` pairs, as libpq defines them; several hosts, TLS settings
    /// and `target_session_attrs` are its business.
    package init(_ connectionString: String) throws(PostgresError) {
        guard !connectionString.utf8.contains(0), let parameters = Session.parameters(of: connectionString) else {
            throw .configuration(.connectionString)
        }
        self.parameters = parameters
    }

    /// The same server, another database.
    package func database(_ name: String) -> ConnectionSettings {
        var copy = self
        copy.parameters["dbname"] = name
        return copy
    }

    /// The same database for work without limits in time, such as migrations; waiting for locks stays limited.
    package var withoutStatementTimeout: ConnectionSettings {
        var copy = self
        copy.statementTimeout = nil
        return copy
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomReflectable {
    /// Host, port and database; never the password, nor anything else of the connection string.
    package var description: String {
        ["host", "port", "dbname"].compactMap { name in parameters[name].map { "\(name)=\($0)" } }
            .joined(separator: " ")
    }

    /// Nothing, so that no dump shows the password.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension ConnectionSettings {
    /// What libpq is given: the caller's parameters over our defaults, and what we rely on over both.
    ///
    /// `tcp_user_timeout` also bounds a connection attempt that no host answers, and a request for cancellation.
    var libpqParameters: [String: String] {
        let defaults = [
            "fallback_application_name": applicationName,
            "keepalives_idle": "10",
            "keepalives_interval": "5",
            "keepalives_count": "3",
            "tcp_user_timeout": "\(max(1, perHostTimeout.milliseconds))",
        ]
        return defaults.merging(parameters) { $1 }.merging(["client_encoding": "UTF8"]) { $1 }
    }

    /// How long all hosts together may take to accept a connection.
    var totalConnectTimeout: Duration {
        let hosts = parameters["hostaddr"] ?? parameters["host"] ?? ""
        return perHostTimeout * (1 + hosts.count { $0 == "," })
    }

    /// When the server itself counts as gone; `nil` where a statement may take any time.
    var responseTimeout: Duration? {
        statementTimeout.map { $0 + responseGrace }
    }

    private var perHostTimeout: Duration {
        guard let seconds = parameters["connect_timeout"].flatMap(Int.init), seconds > 0 else { return connectTimeout }
        return .seconds(min(seconds, 3600))
    }

    /// Sets the limits of a new connection, with one exchange.
    func sessionScript(serverVersion: Int) -> String {
        var script = """
            SET statement_timeout = \(statementTimeout?.milliseconds ?? 0);
            SET lock_timeout = \(lockTimeout?.milliseconds ?? 0);
            SET idle_in_transaction_session_timeout = \(idleTransactionTimeout.milliseconds);
            """
        // A statement whose caller has gone is then ended although nobody asked for it.
        if serverVersion >= 140_000 { script += "SET client_connection_check_interval = 2000;" }
        return script
    }
}

extension Duration {
    /// Whole milliseconds, at least one unless the duration is zero, as a number that the server's settings take.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(min(max(seconds, 0), 2_000_000)) * 1000
            + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
