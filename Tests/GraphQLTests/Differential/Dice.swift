/// Choices that are the same for the same seed.
struct Dice {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// True in so many of a hundred cases.
    mutating func percent(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Any one, nil where there is none.
    mutating func any<Elements: Collection>(_ elements: Elements) -> Elements.Element? {
        elements.randomElement(using: &random)
    }

    /// - Parameter elements: at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    /// Some of them, in their order.
    mutating func subset<Element>(_ elements: [Element], percent share: Int) -> [Element] {
        elements.filter { _ in percent(share) }
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &random) }
}
