import Testing

@Suite("Cases from the specification's text")
struct CaseTests {
    @Test("A case is as its title says", arguments: cases)
    func holds(_ example: Case) async throws {
        let expected = try example.expected()
        let outcome = try await example.outcome()
        #expect(outcome == expected, sourceLocation: example.place)
    }

    @Test("Every file of a chapter can be read, and every chapter has cases", arguments: Chapter.allCases)
    func readable(_ chapter: Chapter) throws {
        #expect(throws: Never.self) { _ = try chapter.sdl() }
        #expect(try chapter.cases().count >= 10)
    }

    @Test("No title is used twice")
    func titles() {
        let twice = Dictionary(grouping: Self.cases, by: \.title).filter { $0.value.count > 1 }
        #expect(twice.keys.sorted() == [])
    }

    @Test("Every case stands in the folder of its section's chapter")
    func sections() {
        let astray = Self.cases.filter { $0.section.prefix(1) != $0.chapter.rawValue.prefix(1) }
        #expect(astray.map(\.title) == [])
    }

    @Test("There is no folder but the chapters")
    func folders() throws {
        #expect(try Chapter.strangers() == [])
    }

    /// Those of chapters that cannot be read are missing, which `readable` reports.
    private static let cases = Chapter.allCases.flatMap { (try? $0.cases()) ?? [] }
}
