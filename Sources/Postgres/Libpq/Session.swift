import CLibpq
import Glibc

/// The one owner of a `PGconn`, used by one thread at a time. libpq is met in this folder only.
///
/// Everything is sent and read without blocking; waiting happens in one place, with a deadline and a way out.
struct Session: ~Copyable {
    /// `nil` once closed; libpq takes a null connection everywhere and answers that it is bad.
    var connection: OpaquePointer?
    let wakeup: Wakeup

    /// A session that is closed from the beginning.
    init(wakeup: Wakeup) {
        self.wakeup = wakeup
    }

    deinit {
        PQfinish(connection)
    }

    var isOpen: Bool { connection != nil }

    /// Whether no transaction is open and no statement is being carried out.
    var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

    /// Whether a transaction is open, failed or not.
    var isInTransaction: Bool {
        let status = PQtransactionStatus(connection)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    /// The server's version, such as 150004 for 15.4.
    var serverVersion: Int { Int(PQserverVersion(connection)) }

    mutating func close() {
        PQfinish(connection)
        connection = nil
    }

    /// Whether the server has not hung up meanwhile; costs a system call.
    ///
    /// An idle server says nothing unasked but notices and notifications, which are taken in here.
    func stillConnected() -> Bool {
        guard connection != nil else { return false }
        while wakeup.wait(for: POLLIN, on: PQsocket(connection), until: .now) == .ready {
            guard PQconsumeInput(connection) == 1, PQstatus(connection) == CONNECTION_OK else { return false }
            // A closed socket stays readable; libpq notices when it reads, so a second look is the answer.
            if PQsocket(connection) < 0 { return false }
        }
        return PQstatus(connection) == CONNECTION_OK
    }

    /// What libpq last complained about, for the log.
    var errorMessage: String? {
        PQerrorMessage(connection)
            .map { String(cString: $0).split(separator: "\n").joined(separator: "; ") }
            .flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Session {
    /// How long an exchange with the server may last, and whether its task may end it earlier.
    struct Patience {
        let deadline: ContinuousClock.Instant?
        let limit: PostgresError.Limit
        var isInterruptible = true
    }

    /// Waits for the socket; throws when the deadline has passed, the task is cancelled or the connection is to end.
    func wait(for events: Int32, _ patience: Patience) throws(PostgresError) {
        while true {
            switch wakeup.wait(for: events, on: PQsocket(connection), until: patience.deadline) {
            case .ready: return
            case .elapsed: throw .timedOut(patience.limit)
            case .woken:
                guard patience.isInterruptible else { continue }
                if wakeup.isStopped { throw .closed }
                if Task.isCancelled { throw .cancelled }
            }
        }
    }

    /// Asks the server to stop the statement that it carries out, if any; says nothing about whether it did.
    ///
    /// Opens a connection of its own, bounded by the `tcp_user_timeout` of this one.
    func requestCancellation() {
        guard PQtransactionStatus(connection) == PQTRANS_ACTIVE, let cancel = PQgetCancel(connection) else { return }
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(cancel, &message, CInt(message.count))
        PQfreeCancel(cancel)
    }
}
