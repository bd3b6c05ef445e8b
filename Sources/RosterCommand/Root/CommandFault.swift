import GraphQL
import Postgres
import RosterServer
import SystemPackage
import Vault

/// Why a command ends before its work is done. Settings and arguments have errors of their own.
enum CommandFault: Error, Sendable {
    case masterKey(VaultError)
    /// The stored API keys are under other master keys.
    case keyCheck(KeyCheck)
    case database(PostgresError)
    case tls(TLSFault)
    case portInUse(host: String, port: Int)
    /// The address cannot be listened at, for another reason than that it is taken.
    case addressRefused(host: String, port: Int, Errno?)
    case dataDirectory(FilePath, Errno)
    case noServer(QueryTarget.Missing)
    case badTarget(QueryTarget.Bad)
    case badInput(QueryInput.Fault)
    /// The response has errors; it was printed, so there is nothing more to say.
    case responseHasErrors
    /// The server answered with errors, which nobody has seen yet.
    case serverRefused([String])
    case notAGraphQLAnswer(status: Int)
    case badSchema(path: String, SDLErrors)
    /// Documents are wrong; each place was printed.
    case documentsHaveErrors(count: Int)
    /// The connection ended after the response's head.
    case answerLost(status: Int)
}

extension CommandFault {
    var exitCode: CommandExit {
        switch self {
        case .masterKey, .keyCheck, .tls, .dataDirectory: .configuration
        case .database(let error): error.exitCode
        case .portInUse, .noServer: .unavailable
        case .addressRefused: .configuration
        case .badTarget, .badInput, .badSchema: .usage
        case .responseHasErrors, .serverRefused, .documentsHaveErrors, .notAGraphQLAnswer, .answerLost: .refused
        }
    }

    /// One sentence for the terminal, nil where enough was said.
    var message: String? {
        switch self {
        case .masterKey(let error): error.description
        case .keyCheck(let check): check.description
        case .database(let error): error.description
        case .tls(let fault): fault.description
        case .portInUse(let host, let port):
            "Port \(port) at \(host) is in use; stop what listens there, or choose another with --port (0 picks one)."
        case .addressRefused(let host, let port, let errno):
            "The server cannot listen at \(host), port \(port)\(errno.map { ": \($0)" } ?? "")."
        case .dataDirectory(let path, let errno):
            "The data directory \(path) cannot be used: \(errno). Choose another with --data-dir."
        case .noServer(let missing): missing.description
        case .badTarget(let bad): bad.description
        case .badInput(let fault): fault.description
        case .responseHasErrors: nil
        case .serverRefused(let messages):
            messages.isEmpty ? "The server did not answer as it should." : messages.joined(separator: "\n")
        case .badSchema(let path, let errors): "\(path) is no schema:\n\(errors)"
        case .documentsHaveErrors(1): "1 error."
        case .documentsHaveErrors(let count): "\(count) errors."
        case .notAGraphQLAnswer(let status):
            "What answered (status \(status)) is not a GraphQL server; check ROSTER_URL."
        case .answerLost(413): "The server refused the request, for it is too large (status 413). Send less at once."
        case .answerLost(let status): "The server answered with status \(status) and then ended the connection."
        }
    }
}

extension PostgresError {
    fileprivate var exitCode: CommandExit {
        switch self {
        case .unavailable, .timedOut, .closed, .cancelled, .outcomeUnknown: .unavailable
        case .refused, .configuration, .migration: .configuration
        case .cluster(let fault):
            switch fault {
            case .noBinaries, .noUser, .inUse, .failed: .unavailable
            default: .configuration
            }
        case .server, .encoding, .decoding, .misuse: .refused
        }
    }
}
