import Testing

@testable import Roster

@Suite("An ordered index")
struct OrderedIndexTests {
    @Test("holds what a dictionary holds, in order, after any changes", arguments: [1 as UInt64, 2, 3, 4])
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var index = OrderedIndex<Int, Int>()
        var expected: [Int: Int] = [:]
        for step in 0..<20_000 {
            // Growing first, then shrinking, so that chunks are split and joined.
            let isGrowing = step % 10_000 < 6_000
            let key = Int.random(in: 0..<4_000, using: &random)
            let value = Int.random(in: 0...2, using: &random) > (isGrowing ? 0 : 1) ? step : nil
            index[key] = value
            expected[key] = value
            if step % 997 == 0 { check(index, expected) }
        }
        check(index, expected)
    }

    private func check(_ index: OrderedIndex<Int, Int>, _ expected: [Int: Int]) {
        let sorted = expected.sorted { $0.key < $1.key }
        #expect(index.count == sorted.count)
        #expect(index.elementsEqual(sorted) { $0 == $1 })
        #expect(index.reversed().elementsEqual(sorted.reversed()) { $0 == $1 })
        for key in stride(from: -1, through: 4_001, by: 17) {
            #expect(index[key] == expected[key])
            let bound = index.lowerBound(of: key)
            #expect((bound == index.endIndex ? nil : index[bound].key) == sorted.first { $0.key >= key }?.key)
        }
    }

    @Test("is the same made at once or one by one", arguments: [0, 1, 255, 256, 257, 5_000])
    func sorted(count: Int) {
        var one = OrderedIndex<Int, String>()
        for key in (0..<count).shuffled() { one[key] = "\(key)" }
        let other = OrderedIndex(sorted: (0..<count).map { (key: $0, value: "\($0)") })
        #expect(one.elementsEqual(other) { $0 == $1 })
        #expect(other.count == count)
    }

    @Test("leaves its copies as they were")
    func copies() {
        let original = OrderedIndex(sorted: (0..<2_000).map { (key: $0, value: $0) })
        var copy = original
        copy[1_000] = nil
        copy[0] = -1
        copy[2_000] = 2_000
        #expect(original.elementsEqual((0..<2_000).map { (key: $0, value: $0) }) { $0 == $1 })
        #expect(copy[0] == -1 && copy[1_000] == nil && copy[2_000] == 2_000 && copy.count == 2_000)
    }
}
