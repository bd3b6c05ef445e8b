import Synchronization

/// A number that many threads count up and down without waiting for each other.
final class Tally: Sendable {
    private let number = Atomic<Int>(0)

    var value: Int { number.load(ordering: .relaxed) }

    func add(_ count: Int = 1) {
        number.wrappingAdd(count, ordering: .relaxed)
    }
}
