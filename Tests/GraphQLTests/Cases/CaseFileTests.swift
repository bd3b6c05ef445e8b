import Testing

@Suite("Files of cases")
struct CaseFileTests {
    @Test("Parts, places and characters that cannot be seen are read")
    func reads() throws {
        let text = """
            # About the file.

            == One is one
            { a⟨U+FEFF⟩ }

            -- valid
            == Two has a schema
            -- schema
            type Query { a: Int }

            type B { b: Int }
            -- errors
            1:1 No.

            """
        let cases = try file(text).cases
        #expect(cases.map(\.testDescription) == ["2.1 One is one", "2.1 Two has a schema"])
        #expect(cases.map(\.place.line) == [3, 7])
        #expect(cases.map(\.expectation) == [.valid, .errors])
        #expect(cases.map { $0[.document] } == ["{ a\u{FEFF} }", nil])
        #expect(cases.last?[.schema] == "type Query { a: Int }\n\ntype B { b: Int }")
        #expect(try cases.map { try $0.expected() } == ["", "1:1 No."])
    }

    @Test(
        "What makes no case is refused, with its line",
        arguments: [
            ("{ a }", 1),
            ("-- valid", 1),
            ("== A\n{ a }\n-- sound", 3),
            ("== A\n{ a }\n-- valid\n-- valid", 0),
            ("== A\n{ a }\n-- document\n{ b }\n-- valid", 5),
            ("== A\n{ a }", 1),
            ("== A\n{ a }\n-- valid\n-- errors\n1:1 No.", 1),
        ]
    )
    func refuses(_ text: String, line: Int) throws {
        let fault = try #require(throws: CaseFault.self) { try file(text) }
        #expect(fault.line == line)
    }

    @Test("A case that does not hold has another outcome than it expects")
    func fails() async throws {
        let text = """
            == Nothing is wrong
            { nothing }
            -- valid
            == Something is wrong
            { field }
            -- errors
            1:3 No.
            == The response is another
            { field }
            -- response
            {"data": {}}
            == The text is another
            { field }
            -- printed
            { field }
            """
        for example in try file(text).cases {
            #expect(try await example.outcome() != example.expected())
        }
    }

    private func file(_ text: String) throws -> CaseFile {
        try CaseFile(text, name: "2.1-file.cases", chapter: .language, path: #filePath)
    }
}
