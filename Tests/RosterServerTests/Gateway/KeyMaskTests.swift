import NIOCore
import Testing
import Vault

@testable import RosterServer

struct KeyMaskTests {
    private static let key = "sk-made-up-0123456789"
    private static let stars = String(repeating: "*", count: key.utf8.count)

    private func masked(_ pieces: [String], key: String = key) -> String {
        var mask = KeyMask(Secret(key))
        let buffers = pieces.map { mask.mask(ByteBuffer(string: $0)) } + [mask.rest()]
        return buffers.map { String(buffer: $0) }.joined()
    }

    @Test("a key that is sent back is covered wherever the pieces are cut")
    func everyCut() {
        let text = Array("ssk-\(Self.key)sk-made\(Self.key)\(Self.key) sk-made-up-".utf8)
        let expected = "ssk-\(Self.stars)sk-made\(Self.stars)\(Self.stars) sk-made-up-"
        for first in 0..<text.count {
            for second in first..<text.count {
                let pieces = [text[..<first], text[first..<second], text[second...]]
                let result = masked(pieces.map { String(decoding: $0, as: UTF8.self) })
                #expect(result == expected)
            }
        }
    }

    @Test(
        "a key is covered however JSON spells it, wherever the pieces are cut",
        arguments: [
            #"made\/up+key\/0123456789=="#, #"made\u002fup\u002Bkey/0123456789=="#,
            #"\u006dade\/up+key/012345678\u0039=="#,
        ])
    func escaped(spelling: String) {
        let text = Array(#"{"\n\"\u0020\#(spelling)\\m\u00"}"#.utf8)
        let stars = String(repeating: "*", count: spelling.utf8.count)
        for cut in 0...text.count {
            let pieces = [text[..<cut], text[cut...]].map { String(decoding: $0, as: UTF8.self) }
            let result = masked(pieces, key: "made/up+key/0123456789==")
            #expect(result == #"{"\n\"\u0020\#(stars)\\m\u00"}"#)
        }
    }

    @Test("nothing is held back but what may be the beginning of a key")
    func heldBack() {
        var mask = KeyMask(Secret(Self.key))
        #expect(String(buffer: mask.mask(ByteBuffer(string: "data: {\"a\":1}\n\n"))) == "data: {\"a\":1}\n\n")
        #expect(String(buffer: mask.mask(ByteBuffer(string: "yes sk-"))) == "yes ")
        #expect(String(buffer: mask.mask(ByteBuffer(string: "no"))) == "sk-no")
    }

    @Test("a word that is no secret is left where it is, but for the header that it was sent in")
    func shortKey() {
        #expect(
            masked([#"{"authorization": "Bearer lm-st"#, #"udio"}"#], key: "lm-studio")
                == #"{"authorization": "****************"}"#)
        #expect(masked(["use lm-studio"], key: "lm-studio") == "use lm-studio")
    }

    @Test("words that hold a part of the key are told from those that do not")
    func touching() {
        let mask = KeyMask(Secret(Self.key))
        #expect(mask.isTouched(by: "Incorrect key …456789."))
        #expect(mask.isTouched(by: "sk-mad"))
        #expect(!mask.isTouched(by: "max_tokens is too large: 56789"))
        let short = KeyMask(Secret("lm-studio"))
        #expect(short.isTouched(by: "Wrong key: lm-studio"))
        #expect(!short.isTouched(by: "A Bearer token is missing; this is lm-stud"))
        #expect(!KeyMask(nil).isTouched(by: "anything"))
    }
}
