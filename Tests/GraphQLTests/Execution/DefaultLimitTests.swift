import GraphQL
import JSON
import Testing

@Suite("The limit of defaults")
struct DefaultLimitTests {
    /// A list of objects with a hundred defaults each, and one default beside it.
    private static let sdl = """
        type Query { ok(of: [Item!], extra: Int = 1): Int }
        input Item { \((0..<100).map { "f\($0): Int = 0" }.joined(separator: " ")) }
        """

    private func answer(_ arguments: String) async throws -> String {
        let schema = try Schema(sdl: Self.sdl).resolving { _ in .value(1) }
        return try await run("{ ok(\(arguments)) }", on: schema)
    }

    @Test("Fifty thousand defaults are filled in, and not one more")
    func edge() async throws {
        let items = "of: [\(String(repeating: "{}", count: 500))]"
        #expect(try await answer("\(items), extra: 2") == #"{"data":{"ok":1}}"#)
        #expect(try await answer(items).contains("More than 50000 defaults would be filled in."))
    }

    @Test("Defaults that double at each of thirty levels are refused, not followed")
    func doubling() async throws {
        let levels = (0..<30).map { "input I\($0) { a: I\($0 + 1) = {} b: I\($0 + 1) = {} }" }
        let sdl =
            "type Query { ok(of: I0 = {}): Int }\n" + levels.joined(separator: "\n") + "\ninput I30 { a: Int = 0 }"
        let schema = try Schema(sdl: sdl).resolving { _ in .value(1) }
        for query in ["{ ok }", "{ ok(of: {}) }", "query($i: I0 = {}) { ok(of: $i) }"] {
            let body: String
            do { body = try await run(query, on: schema) } catch let error as RequestErrors { body = "\(error.errors)" }
            #expect(body.contains("More than 50000 defaults would be filled in."))
        }
    }
}
