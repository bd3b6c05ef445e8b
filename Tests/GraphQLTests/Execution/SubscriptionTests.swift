import GraphQL
import JSON
import OrderedCollections
import Testing

@Suite("Subscriptions")
struct SubscriptionTests {
    struct Tide: ObjectType {
        let height: Int?
        static let object = Object<Tide> {
            Field("height") { $0.height }
            Field("must") { (tide: Tide, _: NoContext) throws -> Int in
                guard let height = tide.height else { throw Trouble.lost }
                return height
            }
        }
    }

    struct Subscription: ObjectType {
        static let object = Object<Subscription> {
            Field.events("tides", "The tides from a height on.", Argument<Int>("from", default: 1)) {
                _, _, from -> AsyncStream<Tide> in
                guard from >= 0 else { throw GraphQLError("There is no such tide.", code: .badUserInput) }
                return AsyncStream { stream in
                    for height in [from, nil, from + 1] { stream.yield(Tide(height: height)) }
                    stream.finish()
                }
            }
            Field.events("storms") { (_: Subscription, _: NoContext) -> AsyncThrowingStream<Tide?, any Error> in
                AsyncThrowingStream { stream in
                    stream.yield(nil)
                    stream.finish(throwing: Trouble.lost)
                }
            }
        }
    }

    struct Query: ObjectType {
        static let object = Object<Query> { Field("still") { _ in true } }
    }

    static let schema = Result { try Schema(query: Query(), subscription: Subscription()) }

    func subscribe(_ query: String, _ variables: OrderedDictionary<String, JSONValue> = [:]) async throws
        -> ResponseStream
    {
        let document = try PreparedDocument(query, schema: Self.schema.get())
        return try await document.operation(variables: variables).subscribe(in: NoContext())
    }

    @Test("Each event of the source becomes a response, with its own errors")
    func events() async throws {
        var responses: [String] = []
        for try await response in try await subscribe(
            "subscription($f: Int!) { t: tides(from: $f) { must } }", ["f": 5])
        {
            responses.append(String(decoding: response.body, as: UTF8.self))
        }
        #expect(
            responses == [
                #"{"data":{"t":{"must":5}}}"#,
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":47}],"path":["t","must"],"extensions":{"code":"INTERNAL"}}],"data":null}"#,
                #"{"data":{"t":{"must":6}}}"#,
            ]
        )
    }

    @Test("A source that throws ends the responses with its error")
    func sourceThrows() async throws {
        var responses: [String] = []
        await #expect(throws: Trouble.lost) {
            for try await response in try await subscribe("subscription { storms { height } }") {
                responses.append(String(decoding: response.body, as: UTF8.self))
            }
        }
        #expect(responses == [#"{"data":{"storms":null}}"#])
    }

    @Test("A resolver that refuses gives request errors and no stream")
    func refused() async throws {
        let error = await #expect(throws: RequestErrors.self) {
            try await subscribe("subscription { tides(from: -1) { height } }")
        }
        #expect(error?.errors.map(\.message) == ["There is no such tide."])
        #expect(error?.errors.first?.path == [.name("tides")])
    }

    @Test("A query is not subscribed to, and a subscription is not executed")
    func kinds() async throws {
        await #expect(throws: RequestErrors.self) { try await subscribe("{ still }") }
        let document = try PreparedDocument("subscription { tides { height } }", schema: Self.schema.get())
        let response = await try document.operation().run(in: NoContext())
        #expect(!response.errors.isEmpty)
    }
}
