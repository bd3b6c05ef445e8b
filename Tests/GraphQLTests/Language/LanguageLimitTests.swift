import Foundation
import GraphQL
import Testing

@Suite("The limits of a text")
struct LanguageLimitTests {
    @Test("A text of exactly so many bytes is read, one more is refused", arguments: ["{ a }", "{ a } # é😀"])
    func bytes(_ source: String) throws {
        var limits = Limits()
        limits.bytes = source.utf8.count
        _ = try AST.Document(parsing: source, limits: limits)
        _ = try AST.Document(parsing: Array(source.utf8), limits: limits)
        limits.bytes -= 1
        expectRefused(source, limits, "bytes", limits.bytes, [])
    }

    @Test("A document of exactly so many tokens is read, one more is refused at that one")
    func tokens() throws {
        var limits = Limits()
        limits.tokens = 7
        _ = try AST.Document(parsing: "\u{FEFF}{ a,,b # commas and comments are no tokens\n c d e }, ", limits: limits)
        expectRefused("{ a b c d e f\n }", limits, "tokens", 7, [Location(line: 2, column: 2)])
    }

    @Test("Sixty-four levels are read, and the sixty-fifth is refused, on a small stack", arguments: Nest.all)
    func nesting(_ nest: Nest) async throws {
        try await onSmallStack {
            _ = try AST.Document(parsing: nest.document(levels: 64))
        }
        try await onSmallStack {
            for levels in [65, 66, 500, 5_000] {
                expectRefused(nest.document(levels: levels), Limits(), "nesting", 64)
            }
        }
    }

    @Test("What is deep in one place leaves the next place its full depth")
    func ascends() throws {
        for nest in Nest.all {
            _ = try AST.Document(parsing: nest.document(levels: 64) + " " + nest.document(levels: 64))
        }
    }

    @Test(
        "A hundred thousand levels are refused before they are followed",
        arguments: [
            "{a", "{a(b:[", "{a(b:{c:", "{...{", "query Q($a:[", "[",
        ])
    func endless(_ piece: String) async throws {
        var limits = Limits()
        limits.tokens = .max
        let source = String(repeating: piece, count: 100_000)
        try await onSmallStack { [limits] in
            #expect(throws: GraphQLError.self) { try AST.Document(parsing: source, limits: limits) }
        }
    }

    @Test(
        "A megabyte of anything is read or refused in one pass",
        arguments: [
            (",", ""), ("\u{FEFF}", ""), ("#", ""), ("# é\r\n", ""), ("\"", ""), ("\"\"\"", ""), ("\"\"\"x\"\" \n", ""),
            ("\\u0041", "{a(b:\""), ("\\n", "{a(b:\""), ("\\uD83D\\uDE00", "{a(b:\""), ("0", "{a(b:\"\\u{"),
            ("\\\"\"\"", "{a(b:\"\"\""), (" \n", "{a(b:\"\"\""), ("9", "{a(b:"), ("a", ""), ("-", "{a(b:"),
            ("\u{0}", "#"),
            ("{a}", ""), ("@a", "{a"), ("a:a ", "{"), ("[1]", "{a(b:["), ("... ", "{"), ("\"\" ", "type A{"),
        ])
    func megabyte(_ piece: String, _ beginning: String) {
        let limits = Limits()
        let count = (limits.bytes - beginning.utf8.count) / piece.utf8.count
        let source = beginning + String(repeating: piece, count: count)
        #expect(throws: GraphQLError.self) { try AST.Document(parsing: source) }
        #expect(throws: GraphQLError.self) { try AST.Document(parsing: Array(source.utf8)) }
    }

    @Test("A long string is read")
    func longStrings() throws {
        let text = String(repeating: "é\\n", count: 150_000)
        guard case .string(let quoted, _, _) = try AST.Value(parsing: "\"\(text)\""),
            case .string(let block, _, _) = try AST.Value(
                parsing: "\"\"\"x\n \(text.replacing("\\n", with: "\n  "))\"\"\"")
        else {
            Issue.record("no strings")
            return
        }
        #expect(quoted.utf8.count == 450_000)
        #expect(block.hasPrefix("x\né\n é\n"))
    }

    private func expectRefused(
        _ source: String,
        _ limits: Limits,
        _ name: String,
        _ value: Int,
        _ locations: [Location]? = nil,
        at place: SourceLocation = #_sourceLocation
    ) {
        do throws(GraphQLError) {
            _ = try AST.Document(parsing: source, limits: limits)
            Issue.record("accepted", sourceLocation: place)
        } catch {
            #expect(error.code == .limitExceeded, sourceLocation: place)
            #expect(error.message == "The document exceeds the limit `\(name)` of \(value).", sourceLocation: place)
            if let locations { #expect(error.locations == locations, sourceLocation: place) }
        }
    }

    /// Runs on a thread whose stack is as small as those that server frameworks give.
    private func onSmallStack(_ body: @escaping @Sendable () throws -> Void) async throws {
        let result = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: Result { try body() }) }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        try result.get()
    }
}

/// A way to put brackets inside brackets.
struct Nest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let base: Int
    let start: String
    let open: [String]
    let core: String
    let close: [String]
    let end: String

    /// A document whose deepest bracket is inside so many others, itself counted.
    func document(levels: Int) -> String {
        let turns = 0..<(levels - base)
        let opened = turns.map { open[$0 % open.count] }.joined()
        let closed = turns.reversed().map { close[$0 % close.count] }.joined()
        return start + opened + core + closed + end
    }

    static let all = [
        Nest(
            testDescription: "selection sets", base: 0, start: "query ", open: ["{a"], core: "", close: ["}"], end: ""),
        Nest(
            testDescription: "inline fragments", base: 1, start: "{", open: ["...@a{"], core: "a", close: ["}"],
            end: "}"),
        Nest(testDescription: "lists", base: 1, start: "{a(b:", open: ["["], core: "", close: ["]"], end: ")}"),
        Nest(testDescription: "objects", base: 1, start: "{a(b:", open: ["{c:"], core: "1", close: ["}"], end: ")}"),
        Nest(
            testDescription: "list types", base: 0, start: "type T{a:", open: ["["], core: "B", close: ["]!"], end: "}"),
        Nest(
            testDescription: "lists and objects in a directive",
            base: 2, start: "{a{b@c(d:", open: ["[", "{e:"], core: "1", close: ["]", "}"], end: ")}}"
        ),
        Nest(
            testDescription: "selection sets and fragments",
            base: 1, start: "query ", open: ["{a", "{...on T", "{..."], core: "{a}", close: ["}"], end: ""
        ),
        Nest(
            testDescription: "default values", base: 0, start: "query($a:T=", open: ["[", "{b:"], core: "1",
            close: ["]", "}"], end: "){a}"
        ),
    ]
}
