import HTTPTypes
import Hummingbird
import JSON
import Roster

/// Whether the server can do all that it is there for, and if not, why.
struct Readiness: Sendable, Hashable {
    /// Each part that readiness depends on: nil when it is well, else a phrase that a stranger may read.
    let checks: [Check]

    struct Check: Sendable, Hashable {
        let name: String
        let problem: String?

        init(name: String, problem: String?) {
            self.name = name
            self.problem = problem
        }
    }

    init(_ checks: [Check]) {
        self.checks = checks
    }

    var isReady: Bool {
        checks.allSatisfy { $0.problem == nil }
    }
}

extension Readiness {
    /// `{"status":"ready","checks":{"database":"ok"}}` with 200, or 503 while something is not well.
    func response() -> Response {
        var json = Array(#"{"status":"#.utf8)
        json.appendJSON(isReady ? "ready" : "unready")
        json += Array(#","checks":{"#.utf8)
        for (index, check) in checks.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json.appendJSON(check.name)
            json.append(UInt8(ascii: ":"))
            json.appendJSON(check.problem ?? "ok")
        }
        json += Array("}}".utf8)
        return .json(json, status: isReady ? .ok : .serviceUnavailable)
    }
}

extension Readiness {
    /// The server is ready while its database is there; from memory it answers queries without it, but no mutation.
    init(of registry: Registry) {
        let problem = registry.isStale ? "The database cannot be reached; queries are answered from memory." : nil
        self.init([Check(name: "database", problem: problem)])
    }
}
