import GraphQL
import Testing

@Suite("Texts that were tampered with")
struct MutationTests {
    @Test("are refused, or read as something that can be printed and read again", arguments: 0..<60)
    func mutations(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for original in [KitchenSink.executable, KitchenSink.typeSystem] {
            for _ in 0..<20 {
                var bytes = Array(original.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &random) { Self.tamper(with: &bytes, &random) }
                guard let document = try? AST.Document(parsing: bytes) else { continue }
                let printed = document.printed
                #expect(try AST.Document(parsing: printed).printed == printed)
            }
        }
    }

    @Test("cut off anywhere are refused or read", arguments: [KitchenSink.executable, KitchenSink.typeSystem])
    func prefixes(_ source: String) {
        let bytes = Array(source.utf8)
        for count in bytes.indices {
            do throws(GraphQLError) {
                _ = try AST.Document(parsing: Array(bytes[..<count]))
            } catch {
                #expect(error.code == .parseFailed)
                #expect(error.locations.count == 1)
            }
        }
    }

    /// Changes, adds, removes or repeats a few bytes.
    private static func tamper(with bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
        let telling = Array("{}()[]:!$@=|&.\"\\#,\n\r -+eE0u1a_{\u{0}\u{7F}é😀".utf8)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[start] = telling[Int.random(in: telling.indices, using: &random)]
        case 2: bytes.insert(telling[Int.random(in: telling.indices, using: &random)], at: start)
        case 3 where bytes.count > 100: bytes.removeSubrange(start..<end)
        default: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        }
    }
}
