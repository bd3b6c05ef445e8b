import Roster
import Testing

@Suite("Ids")
struct IDTests {
    @Test("are spelt as a noun, an underscore and a number", arguments: [1, 12, 2_147_483_647])
    func spelling(number: Int) {
        #expect(ID<Provider>(number).description == "provider_\(number)")
        #expect(ID<Provider>("provider_\(number)") == ID(number))
        #expect(ID<Model>("model_\(number)") == ID(number))
        #expect(ID<Token>("token_\(number)") == ID(number))
    }

    @Test(
        "have one spelling only",
        arguments: [
            "", "provider", "provider_", "provider_0", "provider_01", "provider_-1", "provider_+1", "provider_1 ",
            " provider_1", "provider_1a", "provider_２", "Provider_1", "PROVIDER_1", "provider-1", "model_1", "1",
            "provider_2147483648", "provider_99999999999999999999", "provider_1\u{0}", "provider_1\u{301}",
        ]
    )
    func otherSpellings(text: String) {
        #expect(ID<Provider>(text) == nil)
    }

    @Test("of any noun are told apart by it")
    func nouns() {
        #expect(EntityID("provider_3") == .provider(ID(3)))
        #expect(EntityID("model_3") == .model(ID(3)))
        #expect(EntityID("token_3") == .token(ID(3)))
        #expect(EntityID("change_3") == nil)
        #expect(EntityID.model(ID(3)).description == "model_3")
    }
}
