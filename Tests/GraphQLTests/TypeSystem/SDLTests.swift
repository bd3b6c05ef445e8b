import GraphQL
import JSON
import OrderedCollections
import Testing

@Suite("Schemas from SDL")
struct SDLTests {
    @Test("definitions and extensions", arguments: SDLCase.definitions)
    func definitions(_ schema: SDLCase) { schema.expect() }

    @Test("type validation", arguments: SDLCase.types)
    func types(_ schema: SDLCase) { schema.expect() }

    @Test("implementation of interfaces", arguments: SDLCase.interfaces)
    func interfaces(_ schema: SDLCase) { schema.expect() }

    @Test("a schema prints as it was written, in its order, with extensions merged")
    func printed() throws {
        let schema = try Schema(sdl: Library.sdl + "\nextend enum Genre { DRAMA }")
        let again = try Schema(sdl: schema.sdl)
        #expect(again.sdl == schema.sdl)
        let own = schema.types.map(\.name).filter { !$0.hasPrefix("__") }
        #expect(own.prefix(5) == ["Date", "Anything", "Genre", "Item", "Lendable"])
        guard case .enumeration(let genre) = try #require(schema.type(named: "Genre")).kind else {
            Issue.record("Genre is no enum")
            return
        }
        #expect(Array(genre.values.keys) == ["NOVEL", "POETRY", "HISTORY", "DRAMA"])
    }

    @Test(
        "default values are printed and introspected as they were written",
        arguments: ["1e3", "-0.0", "123456789012345678901234567890", "[1, [B], {b: 1, a: 2}]", block]
    )
    func writtenDefaults(_ literal: String) async throws {
        let schema = try Schema(sdl: "type Query { a(b: Any = \(literal)): Int } scalar Any")
        let query = "{ __type(name: \"Query\") { fields { args { defaultValue } } } }"
        for schema in [schema, try Schema(sdl: schema.sdl)] {
            let response = try await JSONValue(parsing: run(query, on: schema.resolving { _ in .null }))
            let field = response["data"]?["__type"]?["fields"]?[0]
            #expect(field?["args"]?[0]?["defaultValue"] == .string(literal))
        }
    }

    private static let block = "\"\"\"\ntwo\nlines\n\"\"\""

    @Test("what definitions say arrives in the table")
    func table() throws {
        let schema = try Schema(
            sdl: """
                "All of it." schema { query: Root }
                "The root." type Root {
                    "A field." a("An argument." b: [Int!]! = [1, 2], c: Int = null @deprecated(reason: "x")): S! @deprecated
                }
                "A scalar." scalar S @specifiedBy(url: "https://example.com/s")
                "One of them." input I @oneOf { "A field." a: Int b: S }
                "Values." enum E { "First." A @deprecated B }
                "A directive." directive @d("How often." times: Int = 3) repeatable on FIELD | QUERY
                """
        )
        #expect(schema.description == "All of it.")
        let root = try #require(schema.root(.query))
        #expect(root.name == "Root" && root.description == "The root.")
        let field = try #require(root.fields["a"])
        #expect(field.description == "A field." && field.deprecationReason == "No longer supported")
        #expect(schema.spelling(of: field.type) == "S!")
        #expect(field.arguments["b"]?.defaultValue == [1, 2])
        #expect(field.arguments["b"]?.description == "An argument.")
        #expect(field.arguments["c"]?.defaultValue == .null)
        #expect(field.arguments["c"]?.deprecationReason == "x")
        guard case .scalar(let scalar) = schema.type(named: "S")?.kind else { throw Missing() }
        #expect(scalar.specifiedByURL == "https://example.com/s")
        guard case .inputObject(let input) = schema.type(named: "I")?.kind else { throw Missing() }
        #expect(input.isOneOf && Array(input.fields.keys) == ["a", "b"])
        guard case .enumeration(let values) = schema.type(named: "E")?.kind else { throw Missing() }
        #expect(values.values["A"]?.deprecationReason == "No longer supported")
        #expect(values.values["B"]?.deprecationReason == nil)
        let directive = try #require(schema.directives["d"])
        #expect(directive.isRepeatable && directive.locations == [.field, .query])
        #expect(directive.arguments["times"]?.defaultValue == 3)
    }

    private struct Missing: Error {}

    @Test("what is no SDL is a syntax error with its place")
    func syntax() {
        #expect(throws: SDLErrors.self) { try Schema(sdl: "type Query { a }") }
        do throws(SDLErrors) { _ = try Schema(sdl: "type Query {\n a }") } catch {
            #expect(error.errors.map(\.code) == [.parseFailed])
            #expect(error.description.hasPrefix("2:4: Syntax Error:"))
        }
    }

    @Test("long chains of types, interfaces, inputs and defaults do not exhaust the stack")
    func chains() throws {
        let inputs = (0..<3_000).map { "input I\($0) { next: I\($0 + 1)! again: I\($0 + 1) = null }" }.joined()
        let sdl = "type Query { a(b: I0): Int }" + inputs + "input I3000 { end: Int }"
        #expect(try Schema(sdl: sdl).types.count > 3_000)
    }
}
