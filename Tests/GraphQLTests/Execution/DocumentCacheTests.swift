import GraphQL
import Testing

@Suite("Document cache")
struct DocumentCacheTests {
    @Test("A document is prepared once")
    func once() throws {
        let cache = DocumentCache(schema: try harbourSchema.get())
        let first = try cache.document("{ ships { id } }")
        #expect(try cache.document("{ ships { id } }") === first)
        #expect(cache.count == 1)
    }

    @Test("However many documents come, no more are kept than the bytes allow, and the ones in use stay")
    func bounded() throws {
        let cache = DocumentCache(schema: try harbourSchema.get(), bytes: 100_000)
        let used = try cache.document("{ ships { id } }")
        for number in 0..<500 {
            _ = try cache.document("{ a\(number): ships { id } }")
            #expect(try cache.document("{ ships { id } }") === used)
        }
        #expect(cache.count < 30)
    }

    @Test("A document with errors is refused each time and never kept")
    func errors() throws {
        let cache = DocumentCache(schema: try harbourSchema.get())
        #expect(throws: RequestErrors.self) { try cache.document("{") }
        #expect(throws: RequestErrors.self) { try cache.document("{ unknown }") }
        #expect(cache.count == 0)
    }

    @Test("Texts that differ only in their Unicode form are different documents")
    func unicodeForms() throws {
        let cache = DocumentCache(schema: try harbourSchema.get())
        let composed = try cache.document("{ ships { id } } # \u{E9}")
        #expect(try cache.document("{ ships { id } } # e\u{301}") !== composed)
    }
}
