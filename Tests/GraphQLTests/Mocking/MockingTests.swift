import GraphQL
import JSON
import OrderedCollections
import Testing

@Suite("Mocking")
struct MockingTests {
    static let schema = Result {
        try Schema(
            sdl: """
                type Query { user(id: ID!): User users(first: Int): [User!]! search: [Hit!]! flag: Colour! matrix: [[Int!]!]! }
                type Mutation { createUser(input: NewUser!): User! }
                input NewUser { name: String! email: String }
                type User { id: ID! name: String! email: String age: Int! joinedAt: Stamp! friend: User colour: Colour! }
                type Page { url: String! score: Float! live: Boolean! }
                union Hit = User | Page
                enum Colour { RED GREEN BLUE }
                scalar Stamp
                """
        ).mocking()
    }

    private func answer(_ query: String) async throws -> JSONValue {
        try JSONValue(parsing: try await run(query, on: Self.schema.get()))
    }

    @Test("Every leaf has a value of its type, and no answer has errors")
    func types() async throws {
        let query = """
            { users { id name email age joinedAt colour friend { id } } matrix flag
              search { __typename ... on User { age } ... on Page { url score live } } }
            """
        let response = try await answer(query)
        #expect(response["errors"] == nil)
        let user = try #require(response["data"]?["users"]?[0])
        #expect(user["id"]?.stringValue != nil && user["name"]?.stringValue != nil && user["age"]?.intValue != nil)
        #expect(user["email"]?.stringValue?.hasSuffix("@example.com") == true)
        #expect(["RED", "GREEN", "BLUE"].contains(user["colour"]?.stringValue))
        #expect(response["data"]?["matrix"]?[0]?[0]?.intValue != nil)
    }

    @Test("The same place has the same value each time, and different places differ")
    func deterministic() async throws {
        let query = "{ users { id name friend { name } } }"
        let first = try await answer(query)
        #expect(try await answer(query) == first)
        let users = first["data"]?["users"]
        #expect(users?[0]?["name"] != users?[1]?["name"])
        #expect(users?[0]?["friend"]?["name"] != users?[0]?["name"])
    }

    @Test("Arguments show in what they lead to")
    func arguments() async throws {
        let user = try await answer(#"{ user(id: "7") { id } }"#)
        #expect(user["data"]?["user"]?["id"] == "7")
        let made = try await answer(
            #"mutation { createUser(input: {name: "Ada", email: "ada@example.com"}) { name email } }"#)
        #expect(made["data"]?["createUser"] == ["name": "Ada", "email": "ada@example.com"])
        for (asked, given) in [(0, 0), (5, 5), (1_000, 100), (-1, 0)] {
            let users = try await answer("{ users(first: \(asked)) { id } }")
            #expect(users["data"]?["users"]?.arrayValue?.count == given)
        }
    }
}
