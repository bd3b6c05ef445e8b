import GraphQL
import JSON
import OrderedCollections
import Testing

@Suite("A schema from SDL with one resolver")
struct ResolverTests {
    static let schema = Result {
        try Schema(
            sdl: """
                type Query { me: User! any: [Thing] people: [Named!] n(of: [Int!]! = [1]): String! bad: Int! maybe: Int }
                interface Named { name: String! friend: Named }
                type User implements Named { name: String! friend: Named age: Int id: ID kind: Kind tags: [String!] }
                type Robot implements Named { name: String! friend: Named model: String }
                union Thing = User | Robot
                enum Kind { HUMAN OTHER }
                """
        ).resolving { call in
            switch (call.typeName, call.field.name) {
            case ("Query", "me"): .value(["name": "Ada", "age": 36.0, "id": 7, "kind": "HUMAN", "tags": ["a", nil]])
            case ("Query", "any"):
                .list([.object(typeName: "User", ["name": "Bo"]), .null, .object(typeName: "Query", [:])])
            case ("Query", "people"): .list([.object(typeName: "Robot", ["name": "R2", "model": "D2"])])
            case ("Query", "n"): .value(.string("\(call.arguments["of"] ?? .null)"))
            case ("Query", "bad"): .value("three")
            case ("Query", "maybe"): .failure(GraphQLError("Not today."))
            case (_, "friend"): .object(typeName: "Robot", ["name": "C3", "model": "PO"])
            default: .value(call.parent[call.field.name] ?? nil)
            }
        }
    }

    static let cases: [ExecutionTests.Case] = [
        .init(
            "Leaves are coerced to their types", "{ me { name age id kind } }",
            gives: #"{"data":{"me":{"name":"Ada","age":36,"id":"7","kind":"HUMAN"}}}"#),
        .init(
            "A null inside a list of non-null items makes the list null", "{ me { tags name } }",
            gives:
                #"{"errors":[{"message":"Cannot return null for non-nullable field User.tags.","locations":[{"line":1,"column":8}],"path":["me","tags",1],"extensions":{"code":"INTERNAL"}}],"data":{"me":{"tags":null,"name":"Ada"}}}"#
        ),
        .init(
            "An abstract value says its type, and a type that is not possible is an error in its place",
            "{ any { __typename ... on User { name } } }",
            gives:
                #"{"errors":[{"message":"Runtime Object type \"Query\" is not a possible type for \"Thing\".","locations":[{"line":1,"column":3}],"path":["any",2],"extensions":{"code":"INTERNAL"}}],"data":{"any":[{"__typename":"User","name":"Bo"},null,null]}}"#
        ),
        .init(
            "Interfaces nest as deep as the document does",
            "{ people { name friend { friend { friend { __typename name } } } } }",
            gives:
                #"{"data":{"people":[{"name":"R2","friend":{"friend":{"friend":{"__typename":"Robot","name":"C3"}}}}]}}"#
        ),
        .init(
            "Arguments arrive coerced, with their defaults", "query($x: Int!) { n a: n(of: 3) b: n(of: [$x, 4]) }",
            #"{"x":9}"#,
            gives:
                #"{"data":{"n":"list([GraphQL.CoercedValue.int(1)])","a":"list([GraphQL.CoercedValue.int(3)])","b":"list([GraphQL.CoercedValue.int(9), GraphQL.CoercedValue.int(4)])"}}"#
        ),
        .init(
            "A leaf of the wrong kind is an error that propagates", "{ maybe bad }",
            gives:
                #"{"errors":[{"message":"Not today.","locations":[{"line":1,"column":3}],"path":["maybe"]},{"message":"Int cannot represent this value","locations":[{"line":1,"column":9}],"path":["bad"],"extensions":{"code":"INTERNAL"}}],"data":null}"#
        ),
        .init(
            "Introspection works as ever", #"{ __type(name: "Thing") { possibleTypes { name } } }"#,
            gives: #"{"data":{"__type":{"possibleTypes":[{"name":"User"},{"name":"Robot"}]}}}"#),
    ]

    @Test("The resolver's answers become the response", arguments: cases)
    func answers(_ example: ExecutionTests.Case) async throws {
        #expect(try await run(example.query, variables: example.variables, on: Self.schema.get()) == example.response)
    }

    @Test("A subscription's events are completed like a field's values, errors and nulls included")
    func events() async throws {
        let sdl =
            "type Query { a: Int } type Subscription { tick(from: Int! = 1): Tick! } type Tick { n: Int, m: Int! }"
        let schema = try Schema(sdl: sdl).resolving(
            { .value($0.parent[$0.field.name] ?? nil) },
            events: { call in
                guard case .int(let from) = call.arguments["from"] else { throw GraphQLError("No number.") }
                let (stream, events) = AsyncThrowingStream<ResolvedValue, any Error>.makeStream()
                events.yield(.value(["n": .int(from), "m": 0]))
                events.yield(.value(["n": 2]))
                events.yield(.null)
                events.finish(throwing: GraphQLError("The clock stopped."))
                return stream
            }
        )
        let document = try PreparedDocument("subscription { t: tick { n m } }", schema: schema)
        var bodies: [String] = []
        var end: (any Error)?
        do {
            for try await response in try await document.operation().subscribe(in: NoContext()) {
                bodies.append(String(decoding: response.body, as: UTF8.self))
            }
        } catch { end = error }
        #expect(
            bodies == [
                #"{"data":{"t":{"n":1,"m":0}}}"#,
                #"{"errors":[{"message":"Cannot return null for non-nullable field Tick.m.","locations":[{"line":1,"column":28}],"path":["t","m"],"extensions":{"code":"INTERNAL"}}],"data":null}"#,
                #"{"errors":[{"message":"Cannot return null for non-nullable field Subscription.tick.","locations":[{"line":1,"column":16}],"path":["t"],"extensions":{"code":"INTERNAL"}}],"data":null}"#,
            ]
        )
        #expect((end as? GraphQLError)?.message == "The clock stopped.")
    }

    @Test("Selections below interfaces are planned once per type, not once per way to them")
    func plansStaySmall() throws {
        // Two possible types at each of 40 levels would be 2^40 plans.
        let depth = 40
        let query =
            "{ people { " + String(repeating: "friend { ", count: depth) + "name"
            + String(repeating: " }", count: depth + 2)
        let document = try PreparedDocument(query, schema: Self.schema.get())
        #expect(throws: Never.self) { try document.operation() }
    }
}
