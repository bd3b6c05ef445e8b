import CLibpq
import Glibc

extension Session {
    /// Connects, trying hosts and addresses as libpq does, until one answers or the deadline has passed.
    ///
    /// Names are looked up blocking, which the system's resolver bounds.
    mutating func connect(_ parameters: [String: String], _ patience: Patience) throws(PostgresError) {
        close()
        connection = Self.start(parameters)
        guard connection != nil else { throw .unavailable(.outOfResources, message: "PQconnectStartParams") }
        do throws(PostgresError) {
            guard PQstatus(connection) != CONNECTION_BAD else { throw connectionFault }
            // With this verbosity the message of a refusal is its SQLSTATE, whatever language the server speaks.
            PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
            try finishConnecting(patience)
            PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
            PQsetnonblocking(connection, 1)
            PQsetNoticeProcessor(connection, { _, _ in }, nil)
        } catch {
            close()
            throw error
        }
    }

    private func finishConnecting(_ patience: Patience) throws(PostgresError) {
        var status = PGRES_POLLING_WRITING
        while status != PGRES_POLLING_OK {
            switch status {
            case PGRES_POLLING_READING: try wait(for: POLLIN, patience)
            case PGRES_POLLING_WRITING: try wait(for: POLLOUT, patience)
            default: throw connectionFault
            }
            status = PQconnectPoll(connection)
        }
    }

    /// libpq gives no code for a failed connection, only lines of text, one for each address it tried; a server's
    /// refusal ends in `FATAL:  28P01`.
    private var connectionFault: PostgresError {
        let message = errorMessage
        let states = (message ?? "").split { !$0.isLetter && !$0.isNumber && $0 != ":" }.map(String.init)
        var state: SQLState?
        for (word, next) in zip(states, states.dropFirst()) where word.hasSuffix(":") && next.utf8.count == 5 {
            if next.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) {
                state = SQLState(rawValue: next)
            }
        }
        if let state { return PostgresError(refusedWith: state, message: message) }
        if PQconnectionNeedsPassword(connection) != 0 { return .refused(.authentication, message: message) }
        return .unavailable(.unreachable, message: message)
    }

    private static func start(_ parameters: [String: String]) -> OpaquePointer? {
        let pairs = parameters.sorted { $0.key < $1.key }
        let names = pairs.map { strdup($0.key) }
        let values = pairs.map { strdup($0.value) }
        defer { for text in names + values { free(text) } }
        // Both lists end in a null pointer; the connection string was taken apart before, so nothing is expanded.
        return PQconnectStartParams(
            names.map { UnsafePointer($0) } + [nil],
            values.map { UnsafePointer($0) } + [nil],
            0
        )
    }

    /// Takes a connection string apart by libpq's rules: an address or `keyword=value` pairs; `nil` when it is neither.
    ///
    /// libpq's own complaint may quote the string, with its password, and is dropped.
    static func parameters(of connectionString: String) -> [String: String]? {
        var complaint: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(connectionString, &complaint)
        defer {
            PQfreemem(complaint)
            PQconninfoFree(options)
        }
        guard var option = options else { return nil }
        var parameters: [String: String] = [:]
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parameters
    }
}

extension PostgresError {
    /// A server that answered a connection with an error.
    fileprivate init(refusedWith state: SQLState, message: String?) {
        self =
            switch state {
            case .tooManyConnections: .unavailable(.tooManyConnections, message: message)
            case .cannotConnectNow, .adminShutdown, .crashShutdown: .unavailable(.notAccepting, message: message)
            case .unknownDatabase: .refused(.unknownDatabase, message: message)
            case _ where state.classCode == "28": .refused(.authentication, message: message)
            case _ where state.classCode == "08": .unavailable(.unreachable, message: message)
            default: .refused(.other(state), message: message)
            }
    }
}
