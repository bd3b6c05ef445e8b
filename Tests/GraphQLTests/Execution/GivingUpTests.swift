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

    @Test("Of very many errors so many are kept as help, and the answer is whole")
    func manyErrors() async throws {
        let ships = (0..<3_000).map { Ship(id: $0, name: "x", tons: nil, crew: [Sailor(name: "y")]) }
        let document = try PreparedDocument("{ ships { crew { letter } } }", schema: harbourSchema.get())
        let response = await try document.operation().run(in: Harbour(ships: ships))
        #expect(response.errors.count == 1_000 && response.hasData)
    }
}
