import Testing

@testable import Roster

@Suite("Names and SDK ids")
struct TextTests {
    @Test("lose the white space around them", arguments: ["OpenAI", "  OpenAI\n", "\u{3000}OpenAI\u{A0}"])
    func trimming(text: String) throws {
        #expect(try Name(text).text == "OpenAI")
    }

    @Test(
        "keep right-to-left text, emoji and marks byte for byte",
        arguments: ["שלום", "🧑🏽‍🚀", "a\u{202E}b", "é", "e\u{301}"])
    func unicode(text: String) throws {
        #expect(try Name(text).text.utf8.elementsEqual(text.utf8))
    }

    @Test(
        "are not empty, not invisible and without control characters",
        arguments: [
            ("", TextFault.empty), (" \t\n", .empty), ("\u{200B}", .empty), ("\u{2060}\u{FE0F}", .empty),
            ("a\u{0}b", .controlCharacter), ("a\nb", .controlCharacter), ("a\u{7F}", .controlCharacter),
            ("a\u{85}b", .controlCharacter),
        ]
    )
    func refused(text: String, fault: TextFault) {
        #expect(throws: fault) { try Name(text) }
    }

    @Test("have at most 255 characters, counted as Postgres counts them")
    func length() throws {
        let astronaut = "🧑🏽‍🚀"  // Four scalars, one character to a reader.
        let longest = String(repeating: astronaut, count: 63) + "abc"
        #expect(try Name(longest).text == longest)
        #expect(throws: TextFault.tooLong(limit: 255)) { try Name(longest + "d") }
    }

    @Test("are equal and ordered by their bytes, as under COLLATE \"C\"")
    func order() throws {
        let names = try ["é", "e\u{301}", "a", "B", "z", "ä", "A", "Ä", "\u{FFFD}", "𐀀"].map { text in try Name(text) }
        #expect(names.sorted().map(\.text).joined(separator: " ") == "A B a e\u{301} z Ä ä é \u{FFFD} 𐀀")
        #expect(Set(names).count == names.count)
    }

    @Test(
        "of providers contain no colon and no white space",
        arguments: [
            ("open:ai", SDKIDFault.colon), (":", .colon), ("open ai", .space), ("open\u{A0}ai", .space),
            ("", .text(.empty)), ("a\tb", .text(.controlCharacter)),
            (String(repeating: "a", count: 256), .text(.tooLong(limit: 255))),
        ]
    )
    func providerSDKIDs(text: String, fault: SDKIDFault) {
        #expect(throws: fault) { try ProviderSDKID(text) }
    }

    @Test(
        "of models are split at the first colon only",
        arguments: [
            ("openai:gpt-4o-mini", "openai", "gpt-4o-mini"),
            ("ollama:llama3.2:3b-instruct", "ollama", "llama3.2:3b-instruct"),
            ("cloudflare-workers-ai:@cf/zai-org/glm-5.2", "cloudflare-workers-ai", "@cf/zai-org/glm-5.2"),
            ("togetherai:moonshotai/Kimi-K2.7-Code", "togetherai", "moonshotai/Kimi-K2.7-Code"),
            ("a::", "a", ":"), ("local:my model.gguf", "local", "my model.gguf"),
            ("a:\u{301}x", "a", "\u{301}x"),
        ]
    )
    func modelSDKIDs(text: String, provider: String, model: String) throws {
        let id = try ModelSDKID(text)
        #expect(id.provider == ProviderSDKID(stored: provider))
        #expect(id.model.utf8.elementsEqual(model.utf8))
        #expect(id.belongs(to: ProviderSDKID(stored: provider)))
        #expect(!id.belongs(to: ProviderSDKID(stored: provider + "x")))
        #expect(try id.renamed(to: ProviderSDKID("b")).text.utf8.elementsEqual("b:\(model)".utf8))
    }

    @Test(
        "of models have something on both sides of the colon",
        arguments: [
            ("gpt-4o", SDKIDFault.noColon), (":gpt-4o", .noColon), ("openai:", .noModel), ("openai: gpt", .noModel),
            ("openai:\u{200B}", .noModel), ("", .text(.empty)),
        ]
    )
    func refusedModelSDKIDs(text: String, fault: SDKIDFault) {
        #expect(throws: fault) { try ModelSDKID(text) }
    }

    @Test(
        "are found by any part of them, in any case",
        arguments: [
            ("gpt", "GPT-4o mini", true), ("4O M", "GPT-4o mini", true), ("mini ", "GPT-4o mini", true),
            ("äö", "ÄÖÜ", true), ("x", "", false), ("gpt-4o minis", "GPT-4o mini", false),
            ("gpt\n4o", "GPT-4o mini", false),
            (" gpt\n", "GPT-4o mini", true), ("ini", "in", false),
        ]
    )
    func search(term: String, text: String, isFound: Bool) throws {
        #expect(try #require(SearchTerm(term)).isFound(in: text) == isFound)
    }

    @Test("of white space look for nothing")
    func emptySearch() {
        #expect(SearchTerm(" \n") == nil)
    }
}
