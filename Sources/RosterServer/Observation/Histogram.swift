/// How long things took: how many took at most so long, for each of a few times.
final class Histogram: Sendable {
    /// The upper bounds in microseconds, and how Prometheus is told of them, in seconds.
    static let bounds: [(microseconds: Int, label: String)] = [
        (100, "0.0001"), (250, "0.00025"), (500, "0.0005"), (1_000, "0.001"), (2_500, "0.0025"), (5_000, "0.005"),
        (10_000, "0.01"), (25_000, "0.025"), (50_000, "0.05"), (100_000, "0.1"), (250_000, "0.25"), (500_000, "0.5"),
        (1_000_000, "1"), (2_500_000, "2.5"), (10_000_000, "10"), (30_000_000, "30"),
    ]

    /// One for each bound, and one for what took longer than all.
    private let tallies = (0...bounds.count).map { _ in Tally() }
    private let sum = Tally()

    func note(microseconds: Int) {
        let place = Self.bounds.firstIndex { microseconds <= $0.microseconds } ?? Self.bounds.count
        tallies[place].add()
        sum.add(microseconds)
    }

    var count: Int { tallies.reduce(0) { $0 &+ $1.value } }

    /// The sum of all times, in microseconds.
    var total: Int { sum.value }

    /// How many took at most as long as each bound says, in the bounds' order.
    var cumulated: [Int] {
        var sum = 0
        return tallies.dropLast().map { tally in
            sum &+= tally.value
            return sum
        }
    }
}
