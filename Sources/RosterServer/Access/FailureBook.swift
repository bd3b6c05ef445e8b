import Synchronization

/// Counts failed authentications by address, so that whoever tries tokens is told to slow down.
///
/// Only failures are counted and refused: a caller with a good token is never asked to wait, whoever else shares its
/// address. The book is bounded: where it is full, the address that has been quiet for longest is forgotten.
final class FailureBook: Sendable {
    /// How many failures may come at once.
    let burst: Int
    /// How long it takes until one more is allowed.
    let interval: Duration
    /// How many addresses are remembered.
    let capacity: Int

    private let entries = Mutex<[AddressKey: Entry]>([:])

    /// A bucket that fills by one with each failure and leaks one an interval.
    private struct Entry {
        var emptyAt: ContinuousClock.Instant
    }

    init(burst: Int, interval: Duration, capacity: Int) {
        self.burst = burst
        self.interval = interval
        self.capacity = capacity
    }

    /// Notes a failure; returns how long to wait if there were too many, else nil.
    func noteFailure(of key: AddressKey, at now: ContinuousClock.Instant = .now) -> Duration? {
        entries.withLock { entries in
            let emptyAt = max(entries[key]?.emptyAt ?? now, now)
            let full = now + interval * burst
            // A bucket that is full is left as it is, so that an answer comes true however often it is asked for.
            guard emptyAt + interval <= full else { return emptyAt + interval - full }
            if entries[key] == nil, entries.count >= capacity { Self.makeRoom(in: &entries, at: now) }
            entries[key] = Entry(emptyAt: emptyAt + interval)
            return nil
        }
    }

    /// Forgets who has nothing left to wait for, and if nobody has, the one whose bucket is emptiest.
    private static func makeRoom(in entries: inout [AddressKey: Entry], at now: ContinuousClock.Instant) {
        let count = entries.count
        entries = entries.filter { $0.value.emptyAt > now }
        guard entries.count == count, let first = entries.min(by: { $0.value.emptyAt < $1.value.emptyAt }) else {
            return
        }
        entries[first.key] = nil
    }
}
