package import Postgres
package import Vault

/// Why the registry could not do something that its rules allow.
package enum RegistryError: Error, Sendable {
    /// The database is away; nothing was changed, and trying again later may help.
    case unavailable(PostgresError)
    /// The database took the change but its answer was lost, and could not be learnt afterwards.
    case outcomeUnknown
    /// The token with which a change was asked for has been revoked meanwhile, or has expired; nothing was changed.
    case tokenEnded
    /// The keyring does not open what is stored; nothing was written.
    case wrongMasterKey(KeyCheck)
    /// The `registry` row is missing: somebody else has been at the tables.
    case damaged
}

extension RegistryError: CustomStringConvertible {
    /// A sentence or two that a stranger may read.
    package var description: String {
        switch self {
        case .unavailable: "The database cannot be reached just now; nothing was changed. Try again in a moment."
        case .outcomeUnknown:
            "The connection to the database was lost while the change was being saved, and it may or may not have "
                + "taken effect. Read the registry again before you repeat it."
        case .tokenEnded: "Your token is no longer valid; nothing was changed."
        case .wrongMasterKey(let check): check.description
        case .damaged: "The registry table of the database is damaged."
        }
    }
}

extension RegistryError {
    /// Whether it says that no database is there, so that others may be changing it unseen.
    var isAway: Bool {
        guard case .unavailable(let error) = self else { return false }
        switch error {
        case .unavailable(.poolQueueFull, _), .unavailable(.outOfResources, _): return false
        case .unavailable, .refused, .timedOut(.connecting), .timedOut(.response): return true
        default: return false
        }
    }

    /// What the caller of the registry is told of a failure of the database; other errors stay as they are.
    static func translating(_ error: any Error) -> any Error {
        guard let error = error as? PostgresError else { return error }
        switch error {
        case .unavailable, .timedOut, .closed, .refused, .cancelled: return RegistryError.unavailable(error)
        case .outcomeUnknown: return RegistryError.outcomeUnknown
        case .server(let server):
            switch server.state {
            case .readOnlyTransaction, .adminShutdown, .crashShutdown, .cannotConnectNow, .idleInTransactionTimeout:
                return RegistryError.unavailable(error)
            case .uniqueViolation: return Refusals(.constraint(.alreadyExists))
            case .checkViolation, .foreignKeyViolation, .stringTooLong: return Refusals(.constraint(.badUserInput))
            default: return error
            }
        default: return error
        }
    }
}
