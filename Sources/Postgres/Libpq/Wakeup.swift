import Glibc
import Synchronization

/// Wakes a connection's thread while it waits for the server: a pipe that stands in its `poll` beside the socket.
///
/// Signals may come too late and be seen by a later wait, so whoever wakes looks at why.
final class Wakeup: Sendable {
    private let readEnd: CInt
    private let writeEnd: CInt
    private let stop = Atomic(false)

    init() throws(PostgresError) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw .unavailable(.outOfResources, message: "pipe: errno \(errno)")
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Whether the connection is to end, whatever it does.
    var isStopped: Bool { stop.load(ordering: .acquiring) }

    /// Ends the wait that is going on, and every later one.
    func signalStop() {
        stop.store(true, ordering: .releasing)
        signal()
    }

    /// Makes the wait that is going on look at its task again.
    func signal() {
        var byte: UInt8 = 1
        // A full pipe wakes as well as a fresh byte, so the count that was written does not matter.
        _ = write(writeEnd, &byte, 1)
    }

    /// Why a wait ended.
    enum Reason {
        case ready
        case woken
        case elapsed
    }

    /// Waits until the socket is ready for one of the events, a signal comes, or the deadline has passed.
    func wait(for events: Int32, on socket: CInt, until deadline: ContinuousClock.Instant?) -> Reason {
        var descriptors = [
            pollfd(fd: socket, events: Int16(truncatingIfNeeded: events), revents: 0),
            pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let ready = poll(&descriptors, nfds_t(descriptors.count), Self.milliseconds(until: deadline))
            if ready < 0, errno == EINTR { continue }
            if descriptors[1].revents != 0 {
                drain()
                return .woken
            }
            // A failed `poll` counts as ready: what reads the socket next then meets the cause.
            if ready != 0 { return .ready }
            if let deadline, ContinuousClock.now >= deadline { return .elapsed }
        }
    }

    private func drain() {
        var buffer: [UInt8] = Array(repeating: 0, count: 64)
        while read(readEnd, &buffer, buffer.count) > 0 {}
    }

    /// Rounded up, so that a wait never ends before its deadline and then spins; -1 is for ever.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> CInt {
        guard let deadline else { return -1 }
        let (seconds, attoseconds) = (deadline - .now).components
        if seconds < 0 || attoseconds < 0 { return 0 }
        return CInt(
            clamping: min(seconds, 1_000_000) * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
