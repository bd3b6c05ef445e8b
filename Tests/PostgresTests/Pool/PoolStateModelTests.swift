import Testing

@testable import Postgres

@Suite("Whatever happens in whatever order, a pool stays right")
struct PoolStateModelTests {
    /// A generator with a seed, so that a failure can be repeated.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// What callers know: who has which slot, who opens which, who waits, in the order they came.
    private struct Model {
        var opening: Set<Int> = []
        var using: Set<Int> = []
        var waiting: [Int] = []
        var connected: Set<Int> = []

        mutating func take(_ answers: [Int: PoolState.Answer]) {
            let served = answers.keys.sorted()
            #expect(served == Array(waiting.prefix(served.count)) || answers.values.allSatisfy(Self.isFailure))
            waiting.removeAll { answers[$0] != nil }
            for answer in answers.values {
                switch answer {
                case .use(let slot):
                    #expect(connected.contains(slot) && !using.contains(slot) && !opening.contains(slot))
                    using.insert(slot)
                case .open(let slot):
                    #expect(!connected.contains(slot) && !using.contains(slot) && !opening.contains(slot))
                    opening.insert(slot)
                case .fail: break
                }
            }
        }

        private static func isFailure(_ answer: PoolState.Answer) -> Bool {
            if case .fail = answer { true } else { false }
        }
    }

    @Test("no slot is lent twice, nobody waits for nothing, and the limits hold", arguments: 1...200)
    func invariants(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let limit = Int.random(in: 1...4, using: &random)
        var state = PoolState(limits: .init(connections: limit, waiters: 5))
        var model = Model()
        var now = ContinuousClock.now
        var lastWaiter = 0
        for _ in 0..<400 {
            now += .milliseconds(Int.random(in: 0...40, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2:
                lastWaiter += 1
                model.waiting.append(lastWaiter)
                model.take(state.request(lastWaiter, now: now))
            case 3:
                guard let slot = model.opening.randomElement(using: &random) else { continue }
                model.opening.remove(slot)
                model.connected.insert(slot)
                model.using.insert(slot)
                model.take(state.opened(slot, now: now))
            case 4:
                guard let slot = model.opening.randomElement(using: &random) else { continue }
                model.opening.remove(slot)
                let failed = Bool.random(using: &random)
                let error = PostgresError.unavailable(.unreachable, message: nil)
                model.take(state.return(slot, failed ? .failed(error) : .closed, now: now))
            case 5, 6:
                guard let slot = model.using.randomElement(using: &random) else { continue }
                model.using.remove(slot)
                let isUsable = Int.random(in: 0..<4, using: &random) > 0
                if !isUsable { model.connected.remove(slot) }
                model.take(state.return(slot, isUsable ? .usable : .closed, now: now))
            default:
                guard let waiter = model.waiting.randomElement(using: &random) else { continue }
                let wasWaiting = state.withdraw(waiter)
                #expect(wasWaiting)
                model.waiting.removeAll { $0 == waiter }
            }
            #expect(state.waiterCount == model.waiting.count)
            #expect(state.waiterCount <= 5)
            #expect(state.connectionCount == model.connected.count)
            #expect(model.opening.count + model.connected.count <= limit)
            // Whoever waits, waits for somebody: a connection in use, or one being opened.
            #expect(model.waiting.isEmpty || !model.using.isEmpty || !model.opening.isEmpty)
            // Nobody waits while a connection lies idle.
            #expect(model.waiting.isEmpty || model.connected.subtracting(model.using).isEmpty)
        }
    }
}
