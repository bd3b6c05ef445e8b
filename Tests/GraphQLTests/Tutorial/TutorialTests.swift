import Foundation
import GraphQL
import JSON
import OrderedCollections
import Testing

/// What the tutorial shows is what is compiled and run here.
@Suite("The tutorial")
struct TutorialTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test("Every block of code in the tutorial stands, line for line, in a file that is compiled")
    func codeIsCompiled() throws {
        let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let tutorial = try String(
            contentsOf: root.appending(path: "Sources/GraphQL/GraphQL.docc/TenMinutes.md"), encoding: .utf8)
        let compiled = try ["SolarSystem.swift", "TutorialTests.swift"].map { name in
            try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        }.map(Self.unindented)
        let blocks = tutorial.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count == 8)
        for block in blocks {
            #expect(compiled.contains { $0.contains(Self.unindented(block)) }, "not compiled anywhere:\n\(block)")
        }
    }

    /// Lines without their indentation, since the same code stands in functions here.
    static func unindented(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }

    @Test("The tutorial's queries give the answers that it shows")
    func answers() async throws {
        let schema = try Schema(query: Query(), mutation: Mutation())
        #expect(schema.sdl.contains("planets("))

        let almanac = Almanac(planets: [
            Planet(name: "Venus", radius: 6051.8, moons: [], discoverer: nil),
            Planet(name: "Uranus", radius: 25559, moons: ["Titania", "Oberon"], discoverer: "William Herschel"),
        ])
        let document = try PreparedDocument("{ planets { name moons } }", schema: schema)
        let response = await try document.operation().run(in: almanac)
        #expect(
            String(decoding: response.body, as: UTF8.self)
                == #"{"data":{"planets":[{"name":"Venus","moons":[]},{"name":"Uranus","moons":["Titania","Oberon"]}]}}"#
        )

        let cache = DocumentCache(schema: schema, bytes: 16 << 20)
        let question = try cache.document("query($name: String!) { planet(name: $name) { discoverer } }")
        let answer = await try question.operation(variables: ["name": "Uranus"]).run(in: almanac)
        #expect(
            String(decoding: answer.body, as: UTF8.self) == #"{"data":{"planet":{"discoverer":"William Herschel"}}}"#)

        let change = try cache.document(#"mutation { noteMoon(moon: {planet: "Mars", name: "Phobos"}) { moons } }"#)
        let refusal = await try change.operation().run(in: almanac)
        #expect(
            String(decoding: refusal.body, as: UTF8.self)
                == #"{"errors":[{"message":"No such planet.","locations":[{"line":1,"column":12}],"path":["noteMoon"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":null}"#
        )
    }

    @Test("The tutorial's mock answers")
    func mock() async throws {
        let mock = try Schema(sdl: "type Query { answer: Int! question: String }").resolving { call in
            call.field.name == "answer" ? .value(42) : .null
        }
        #expect(try await run("{ answer question }", on: mock) == #"{"data":{"answer":42,"question":null}}"#)
    }
}
