import NIOCore

/// What a connection is waiting for, and since when: a value, to which the handlers tell what they see.
struct RequestTimes {
    /// What is being read.
    enum Reading: Equatable {
        case handshake
        /// The first request is not there yet.
        case first
        /// Nothing, between requests.
        case nothing
        case head
        case body
    }

    /// What is to be done about a wait.
    enum Verdict: Equatable {
        case wait(until: NIODeadline)
        /// Nobody would read an answer.
        case close
        case refuse(HTTPRefusal)
    }

    private(set) var reading: Reading
    /// How many requests were read, at least in part, whose response has not been written to its end.
    private(set) var unanswered = 0
    /// Whether a response has begun and not ended.
    private(set) var isResponding = false
    /// Whether the connection speaks another protocol now, so that only silence counts.
    private(set) var isUpgraded = false
    /// Until when requests are still answered, where the server stops.
    private(set) var drainEnd: NIODeadline?
    /// Whether all has been said, and the caller is only given the time to read it.
    private(set) var isClosing = false

    private let limits: ServerLimits
    private var since: NIODeadline
    private var answeringSince: NIODeadline
    private var operationTime: Duration

    init(limits: ServerLimits, isSecure: Bool, at now: NIODeadline) {
        self.limits = limits
        reading = isSecure ? .handshake : .first
        since = now
        answeringSince = now
        operationTime = limits.operationTime
    }

    mutating func handshakeDone(at now: NIODeadline) {
        guard reading == .handshake else { return }
        reading = .first
        since = now
    }

    /// Bytes arrived, of whatever.
    mutating func bytesRead(at now: NIODeadline) {
        if isUpgraded { since = now }
        guard reading == .nothing else { return }
        reading = .head
        since = now
    }

    mutating func headRead(isPassedOn: Bool, at now: NIODeadline) {
        reading = .body
        since = now
        unanswered += 1
        operationTime = isPassedOn ? limits.upstreamTime : limits.operationTime
    }

    mutating func requestRead(at now: NIODeadline) {
        reading = .nothing
        since = now
        if unanswered == 1 { answeringSince = now }
    }

    mutating func responseBegun() {
        isResponding = true
    }

    mutating func responseEnded(at now: NIODeadline) {
        isResponding = false
        unanswered -= unanswered > 0 ? 1 : 0
        answeringSince = now
        if unanswered == 0, reading != .body { since = now }
    }

    mutating func upgraded(at now: NIODeadline) {
        isUpgraded = true
        since = now
    }

    /// The server stops: what is asked has only so long to be answered.
    mutating func draining(at now: NIODeadline) {
        drainEnd = drainEnd ?? now + TimeAmount(limits.drainTime)
    }

    mutating func closing(at now: NIODeadline) {
        guard !isClosing else { return }
        isClosing = true
        since = now
    }

    /// What is to be done at that moment.
    func verdict(at now: NIODeadline) -> Verdict {
        if isClosing { return verdict(.close, since, limits.linger, at: now) }
        // What the handlers in front of HTTP cannot tell to be idle, they keep alive themselves.
        if isUpgraded { return verdict(.close, since, limits.idle, at: now) }
        // A response that flows has only its reader to wait for.
        if isAnswering, isResponding { return .wait(until: now + TimeAmount(limits.idle)) }
        let usual = usualVerdict(at: now)
        guard let drainEnd, case .wait(let end) = usual, drainEnd < end else { return usual }
        return now < drainEnd ? .wait(until: drainEnd) : .refuse(.stopping)
    }

    /// Whether a request that was read to its end has not been answered to its own.
    private var isAnswering: Bool { unanswered > 0 && (reading != .body || unanswered > 1) }

    /// The verdict of a server that goes on.
    private func usualVerdict(at now: NIODeadline) -> Verdict {
        if isAnswering { return verdict(.refuse(.tookTooLong), answeringSince, operationTime, at: now) }
        return switch reading {
        case .handshake: verdict(.close, since, limits.handshakeTime, at: now)
        case .first: verdict(.close, since, limits.headerTime, at: now)
        case .nothing: verdict(.close, since, limits.idle, at: now)
        case .head: verdict(.refuse(.requestTimeout), since, limits.headerTime, at: now)
        case .body: verdict(isResponding ? .close : .refuse(.requestTimeout), since, limits.bodyTime, at: now)
        }
    }

    private func verdict(
        _ verdict: Verdict,
        _ start: NIODeadline,
        _ time: Duration,
        at now: NIODeadline
    ) -> Verdict {
        let end = start + TimeAmount(time)
        return now < end ? .wait(until: end) : verdict
    }
}
