import Testing

@testable import Postgres

@Suite("A pool decides who may have a connection")
struct PoolStateTests {
    private let start = ContinuousClock.now
    private let down = PostgresError.unavailable(.unreachable, message: nil)

    private func state(connections: Int = 2, waiters: Int = 3) -> PoolState {
        PoolState(limits: .init(connections: connections, waiters: waiters))
    }

    @Test("the first caller opens a connection, which later callers use")
    func reuse() {
        var state = state()
        #expect(state.request(1, now: start) == [1: .open(0)])
        #expect(state.opened(0, now: start) == [:])
        #expect(state.return(0, .usable, now: start) == [:])
        #expect(state.request(2, now: start) == [2: .use(0)])
        #expect(state.connectionCount == 1)
    }

    @Test("when all are in use callers wait, and are served in the order they came")
    func order() {
        var state = state(connections: 1)
        #expect(state.request(1, now: start) == [1: .open(0)])
        #expect(state.request(2, now: start) == [:])
        #expect(state.request(3, now: start) == [:])
        _ = state.opened(0, now: start)
        #expect(state.return(0, .usable, now: start) == [2: .use(0)])
        #expect(state.return(0, .usable, now: start) == [3: .use(0)])
    }

    @Test("as many callers may wait as the limit says, and the next one fails")
    func queueLimit() {
        var state = state(connections: 1, waiters: 2)
        _ = state.request(1, now: start)
        #expect(state.request(2, now: start) == [:])
        #expect(state.request(3, now: start) == [:])
        #expect(state.request(4, now: start) == [4: .fail(.unavailable(.poolQueueFull, message: nil))])
        #expect(state.waiterCount == 2)
    }

    @Test("a caller that withdraws is passed over, and only once")
    func withdrawal() {
        var state = state(connections: 1)
        _ = state.request(1, now: start)
        _ = state.request(2, now: start)
        _ = state.request(3, now: start)
        _ = state.opened(0, now: start)
        let withdrawn = [2, 2, 1].map { state.withdraw($0) }
        #expect(withdrawn == [true, false, false])
        #expect(state.return(0, .usable, now: start) == [3: .use(0)])
    }

    @Test("a connection that broke is replaced by who waits next")
    func replaced() {
        var state = state(connections: 1)
        _ = state.request(1, now: start)
        _ = state.request(2, now: start)
        _ = state.opened(0, now: start)
        #expect(state.return(0, .closed, now: start) == [2: .open(0)])
        #expect(state.connectionCount == 0)
    }

    @Test("when no connection can be opened everyone who waits for one fails, and newcomers fail at once")
    func outage() {
        var state = state(connections: 1)
        _ = state.request(1, now: start)
        _ = state.request(2, now: start)
        #expect(state.return(0, .failed(down), now: start) == [2: .fail(down)])
        #expect(state.request(3, now: start) == [3: .fail(down)])
    }

    @Test("after the pause one caller tries again while the others wait for how it fares")
    func retry() {
        var state = state(connections: 4, waiters: 9)
        _ = state.request(1, now: start)
        _ = state.return(0, .failed(down), now: start)
        let later = start + .milliseconds(50)
        #expect(state.request(2, now: later) == [2: .open(0)])
        #expect(state.request(3, now: later) == [:])
        #expect(state.request(4, now: later) == [:])
        #expect(state.opened(0, now: later) == [3: .open(1), 4: .open(2)])
    }

    @Test("pauses double up to the longest, and a success forgets them")
    func pauses() {
        var state = state()
        var now = start
        for pause in [50, 100, 200, 400, 500, 500] {
            #expect(state.request(1, now: now) == [1: .open(0)])
            _ = state.return(0, .failed(down), now: now)
            #expect(state.request(2, now: now + .milliseconds(pause - 1)) == [2: .fail(down)])
            now += .milliseconds(pause)
        }
        _ = state.request(1, now: now)
        _ = state.opened(0, now: now)
        _ = state.return(0, .closed, now: now)
        #expect(state.request(1, now: now) == [1: .open(0)])
        _ = state.return(0, .failed(down), now: now)
        #expect(state.request(1, now: now + .milliseconds(50)) == [1: .open(0)])
    }

    @Test("while a connection is still in use, callers wait for it though no other can be opened")
    func partialOutage() {
        var state = state()
        _ = state.request(1, now: start)
        _ = state.opened(0, now: start)
        #expect(state.request(2, now: start) == [2: .open(1)])
        #expect(state.request(3, now: start) == [:])
        #expect(state.return(1, .failed(down), now: start) == [:])
        #expect(state.return(0, .usable, now: start) == [3: .use(0)])
    }

    @Test("a closed pool fails who waits and who comes, and closes what comes back")
    func closing() {
        var state = state(connections: 2)
        _ = state.request(1, now: start)
        _ = state.request(2, now: start)
        _ = state.request(3, now: start)
        _ = state.opened(0, now: start)
        _ = state.opened(1, now: start)
        _ = state.withdraw(3)
        _ = state.return(1, .usable, now: start)
        _ = state.request(4, now: start)
        _ = state.request(5, now: start)
        let (failed, closing) = state.close()
        #expect(failed == [5])
        #expect(closing.isEmpty)
        #expect(state.request(6, now: start) == [6: .fail(.closed)])
        #expect(state.return(0, .usable, now: start) == [:])
        #expect(!state.isEmpty)
        #expect(state.return(1, .usable, now: start) == [:])
        #expect(state.isEmpty)
    }

    @Test("a slot that is given back twice counts once")
    func doubleReturn() {
        var state = state(connections: 1)
        _ = state.request(1, now: start)
        _ = state.opened(0, now: start)
        #expect(state.return(0, .usable, now: start) == [:])
        #expect(state.return(0, .usable, now: start) == [:])
        #expect(state.request(2, now: start) == [2: .use(0)])
        #expect(state.request(3, now: start) == [:])
    }
}
