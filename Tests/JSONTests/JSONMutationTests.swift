import JSON
import Testing

@Suite("Reading anything")
struct JSONMutationTests {
    @Test("no input crashes the reader, and what it accepts can be written", arguments: 0..<50 as Range<UInt64>)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var original: [UInt8] = []
            try JSONValue.random(depth: 4, using: &generator).write(to: &original)
            for _ in 0..<10 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, using: &generator) }
                guard let value = try? JSONValue(parsing: bytes) else { continue }
                #expect(try JSONValue(parsing: value.text()) == value)
            }
        }
    }

    @Test("every beginning of a text that needs its end is refused")
    func prefixes() throws {
        let text = Array(#"{"a":[1,-2.5e3,"\ud83d\ude00é",true,false,null,{}],"b":{"c":[]}}"#.utf8)
        _ = try JSONValue(parsing: text)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text[..<length])) }
        }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let interesting = Array(#""\{}[]:,-+.eEu0dD8 ntf"#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let byte = interesting[Int.random(in: 0..<interesting.count, using: &generator)]
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.insert(byte, at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = byte
        case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        default: bytes.removeLast(bytes.count - place)
        }
    }
}
