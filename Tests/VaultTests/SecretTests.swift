import Testing
import Vault

@Suite("Secrets")
struct SecretTests {
    static let text = "sk-made-up-canary-0123456789-tail"

    struct Holder {
        let name = "holder"
        let key: Secret? = Secret(SecretTests.text)
        let keys = ["one": [Secret(SecretTests.text)]]
    }

    @Test("a secret shows nothing of itself however it is printed")
    func printing() {
        let secret = Secret(Self.text)
        var dumped = ""
        dump(Holder(), to: &dumped)
        dump(secret, to: &dumped)
        let shown = [
            "\(secret)", secret.description, secret.debugDescription, String(describing: secret),
            String(reflecting: secret), "\(Holder())", String(reflecting: Holder()), "\([secret])",
            String(describing: Optional(secret)), dumped,
        ]
        for text in shown {
            #expect(text.contains("••••••••"))
            #expect(!text.contains("canary") && !text.contains("tail") && !text.contains("sk-"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test("all secrets look the same, so not even the length shows")
    func lengthIsHidden() {
        #expect("\(Secret(""))" == "\(Secret(Self.text))")
    }

    @Test("a secret cannot be encoded or be the key of a dictionary")
    func conformances() {
        let secret: Any = Secret(Self.text)
        #expect(!(secret is any Encodable))
        #expect(!(secret is any Hashable))
    }

    @Test("what was put in is lent out", arguments: ["", "x", text, "schlüssel-😀"])
    func lending(text: String) {
        let secret = Secret(text)
        #expect(secret.withText { $0 } == text)
        #expect(secret.withBytes { bytes in bytes.indices.map { bytes[$0] } } == Array(text.utf8))
        #expect(secret.count == text.utf8.count)
        #expect(secret.withBytes { Secret(copying: $0) } == secret)
    }

    @Test("secrets are equal only if all of their bytes are")
    func equality() {
        #expect(Secret("made-up-one") == Secret("made-up-one"))
        #expect(Secret("made-up-one") != Secret("made-up-two"))
        #expect(Secret("made-up-one") != Secret("made-up-on"))
        #expect(Secret("made-up-on") != Secret("made-up-one"))
        #expect(Secret("") == Secret("") && Secret("") != Secret("x"))
    }

    @Test(
        "the hint is the last four characters of sixteen or more, if they are visible ASCII",
        arguments: [
            ("made-up-key-1234", "1234"),
            ("made-up-key-123", nil),
            ("", nil),
            ("made-up-key-123é", nil),
            ("made-up-key-12 4", nil),
            ("made-up-key-12\n4", nil),
            ("éééééééééééé1234", "1234"),
            ("éééééééé1234", nil),
            ("made-up-key-~!1Z", "~!1Z"),
        ] as [(String, String?)]
    )
    func hints(text: String, hint: String?) {
        #expect(Secret(text).hint == hint)
    }
}
