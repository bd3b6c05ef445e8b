import DequeModule

/// What a pool decides: a pure value that is told what happened and answers who may do what.
///
/// A *slot* is the right to have one connection. A slot is vacant, idle (connected and free), being opened, or leased.
/// Whoever is granted a vacant slot opens its connection itself, so the pool needs no tasks of its own.
struct PoolState: Sendable {
    struct Limits: Sendable {
        var connections: Int
        var waiters: Int
        /// After a failed attempt no other is made for this long; doubled with each failure in a row.
        var firstPause: Duration = .milliseconds(50)
        var longestPause: Duration = .milliseconds(500)
    }

    typealias Slot = Int
    typealias Waiter = Int
    typealias Instant = ContinuousClock.Instant

    /// What a caller is told.
    enum Answer: Equatable, Sendable {
        /// Use the connection of this slot.
        case use(Slot)
        /// Open a connection for this slot, and say how it went.
        case open(Slot)
        case fail(PostgresError)
    }

    /// How a caller gives its slot back.
    enum Return: Equatable, Sendable {
        case usable
        /// The connection is closed, or the caller gave up opening it.
        case closed
        /// No connection could be opened.
        case failed(PostgresError)
    }

    private struct Failure {
        let error: PostgresError
        let pause: Duration
        let retryAt: Instant
    }

    private let limits: Limits
    private var vacant: [Slot]
    /// The one used last is used next, so that the others may be found stale together, when nobody waits for them.
    private var idle: [Slot] = []
    private var opening: Set<Slot> = []
    private var leased: Set<Slot> = []
    private var waiters: Deque<Waiter> = []
    private var failure: Failure?
    private(set) var isClosed = false

    init(limits: Limits) {
        self.limits = limits
        vacant = Array((0..<max(1, limits.connections)).reversed())
    }

    /// Whether no connection is left, in use or not.
    var isEmpty: Bool { idle.isEmpty && opening.isEmpty && leased.isEmpty }

    /// Connections that exist.
    var connectionCount: Int { idle.count + leased.count }

    var waiterCount: Int { waiters.count }

    /// A caller wants a connection; without an answer for it, it waits.
    mutating func request(_ waiter: Waiter, now: Instant) -> [Waiter: Answer] {
        if isClosed { return [waiter: .fail(.closed)] }
        waiters.append(waiter)
        var answers = serve(now: now)
        if waiters.count > limits.waiters, waiters.last == waiter {
            waiters.removeLast()
            answers[waiter] = .fail(.unavailable(.poolQueueFull, message: nil))
        }
        return answers
    }

    /// A caller no longer waits; `false` when it has been answered before.
    mutating func withdraw(_ waiter: Waiter) -> Bool {
        guard let index = waiters.firstIndex(of: waiter) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// The connection of a slot was opened; its caller uses it now.
    mutating func opened(_ slot: Slot, now: Instant) -> [Waiter: Answer] {
        guard opening.remove(slot) != nil else { return [:] }
        leased.insert(slot)
        failure = nil
        return serve(now: now)
    }

    /// A caller gives a slot back, opened or not.
    mutating func `return`(_ slot: Slot, _ state: Return, now: Instant) -> [Waiter: Answer] {
        guard opening.remove(slot) ?? leased.remove(slot) != nil else { return [:] }
        if state == .usable, !isClosed { idle.append(slot) } else { vacant.append(slot) }
        if case .failed(let error) = state {
            let pause = failure.map { min($0.pause * 2, limits.longestPause) } ?? limits.firstPause
            failure = Failure(error: error, pause: pause, retryAt: now + pause)
        }
        return serve(now: now)
    }

    /// No more connections: whoever waits fails, and the idle slots that are returned are to be closed.
    mutating func close() -> (failed: [Waiter], closing: [Slot]) {
        isClosed = true
        defer {
            waiters = []
            vacant += idle
            idle = []
        }
        return (Array(waiters), idle)
    }

    /// Answers everyone that can be answered, in the order in which they came.
    private mutating func serve(now: Instant) -> [Waiter: Answer] {
        var answers: [Waiter: Answer] = [:]
        while let waiter = waiters.first, let answer = nextAnswer(now: now) {
            waiters.removeFirst()
            answers[waiter] = answer
        }
        return answers
    }

    private mutating func nextAnswer(now: Instant) -> Answer? {
        if let slot = idle.popLast() {
            leased.insert(slot)
            return .use(slot)
        }
        // After a failure one caller tries; the others wait for how it fares.
        if let failure, !opening.isEmpty || now < failure.retryAt {
            let mayStillBeServed = !opening.isEmpty || !leased.isEmpty
            return mayStillBeServed ? nil : .fail(failure.error)
        }
        guard let slot = vacant.popLast() else { return nil }
        opening.insert(slot)
        return .open(slot)
    }
}
