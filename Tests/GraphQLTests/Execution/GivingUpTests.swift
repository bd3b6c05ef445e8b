import GraphQL
import Testing

@Suite("Giving an operation up")
struct GivingUpTests {
    static let many = Harbour(ships: (0..<5_000).map { Ship(id: $0, name: "Ship \($0)", tons: nil, crew: []) })

    @Test("A response past its limit is given up with that error alone, not sent in part")
    func tooLarge() async throws {
        let document = try PreparedDocument("{ a: ships { name } b: ships { name } }", schema: harbourSchema.get())
        let response = await try document.operation().run(
            in: Self.many, options: ExecutionOptions(responseBytes: 100_000))
        #expect(
            String(decoding: response.body, as: UTF8.self)
                == #"{"errors":[{"message":"The response is larger than 100000 bytes: ask for less at a time.","extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}"#
        )
    }

    @Test("More list items than the limit are not written, however few bytes they take")
    func items() async throws {
        let ready = try PreparedDocument("{ ships { __typename } }", schema: harbourSchema.get()).operation()
        let response = await ready.run(in: Self.many, options: ExecutionOptions(items: 1_000))
        #expect(response.errors.map(\.code) == [.limitExceeded] && response.body.count < 200)
        let few = await ready.run(in: Self.many, options: ExecutionOptions(items: 1_000_000))
        #expect(few.errors.isEmpty)
    }

    @Test("A cancelled task gives its operation up")
    func cancelled() async throws {
        let ready = try PreparedDocument("{ ships { name } }", schema: harbourSchema.get()).operation()
        let response = await withTaskGroup(of: Response.self) { group in
            group.addTask {
                withUnsafeCurrentTask { $0?.cancel() }
                return await ready.run(in: Self.many)
            }
            return await group.next()
        }
        #expect(response?.errors.first?.code == .cancelled)
    }

    @Test("An operation that is cancelled while it waits says so, though it had a deadline too")
    func cancelledWaiting() async throws {
        let ready = try PreparedDocument("{ forever }", schema: Schema(query: Waiting())).operation()
        let response = await withTaskGroup(of: Response.self) { group in
            group.addTask {
                withUnsafeCurrentTask { $0?.cancel() }
                return await ready.run(
                    in: NoContext(), options: ExecutionOptions(deadline: .now + .seconds(3_600)))
            }
            return await group.next()
        }
        #expect(response?.errors.first?.code == .cancelled)
    }

    @Test("An operation that waits past its deadline is given up, and what it waits for is cancelled")
    func deadline() async throws {
        let schema = try Schema(query: Waiting())
        for query in ["{ forever }", "{ forever at_once: forever now }"] {
            let ready = try PreparedDocument(query, schema: schema).operation()
            let response = await ready.run(in: NoContext(), options: ExecutionOptions(deadline: .now))
            #expect(
                String(decoding: response.body, as: UTF8.self)
                    == #"{"errors":[{"message":"The operation took too long.","extensions":{"code":"DEADLINE_EXCEEDED"}}],"data":null}"#
            )
        }
    }

    @Test("A long list is given up at the deadline; a deadline that is far off changes nothing")
    func deadlineInLists() async throws {
        let ready = try PreparedDocument("{ ships { name } }", schema: harbourSchema.get()).operation()
        let late = await ready.run(in: Self.many, options: ExecutionOptions(deadline: .now))
        #expect(late.errors.map(\.code) == [.deadlineExceeded] && late.body.count < 200)
        let inTime = await ready.run(in: Self.many, options: ExecutionOptions(deadline: .now + .seconds(3_600)))
        let unhurried = await ready.run(in: Self.many)
        #expect(inTime.body == unhurried.body)
        let quick = try PreparedDocument("{ now }", schema: Schema(query: Waiting())).operation()
        let answer = await quick.run(in: NoContext(), options: ExecutionOptions(deadline: .now + .seconds(3_600)))
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"data":{"now":1}}"#)
    }

    /// One field that answers only when it is cancelled, and one that answers at once.
    struct Waiting: ObjectType {
        static let typeName = "Query"
        static let object = Object<Waiting> {
            Field.asynchronous("forever") { _, _ -> Int in
                try await Task.sleep(for: .seconds(86_400))
                return 0
            }
            Field.asynchronous("now") { _, _ -> Int in 1 }
        }
    }

    @Test("Of very many errors so many are kept as help, and the answer is whole")
    func manyErrors() async throws {
        let ships = (0..<3_000).map { Ship(id: $0, name: "x", tons: nil, crew: [Sailor(name: "y")]) }
        let document = try PreparedDocument("{ ships { crew { letter } } }", schema: harbourSchema.get())
        let response = await try document.operation().run(in: Harbour(ships: ships))
        #expect(response.errors.count == 1_000 && response.hasData)
    }
}
