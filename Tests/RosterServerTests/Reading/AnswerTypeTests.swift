import Hummingbird
import Testing

@testable import RosterServer

struct AnswerTypeTests {
    @Test(
        "the answer is in the type that the caller weighs highest",
        arguments: [
            ([], MediaType.Answer.json),
            (["*/*"], .json),
            (["application/*"], .json),
            (["application/json"], .json),
            (["application/graphql-response+json"], .graphQL),
            (["APPLICATION/GraphQL-Response+JSON; charset=utf-8"], .graphQL),
            (["application/json, application/graphql-response+json"], .graphQL),
            (["application/graphql-response+json;q=0.5, application/json"], .json),
            (["application/json;q=0.5", "application/graphql-response+json"], .graphQL),
            (["text/html, */*;q=0.1"], .json),
            (["application/json;q=0, */*"], .graphQL),
        ]
    )
    func preference(fields: [String], expected: MediaType.Answer) throws {
        #expect(try MediaType.Answer(accepting: fields) == expected)
    }

    @Test(
        "a caller that takes neither type is refused",
        arguments: [["text/html"], ["application/json;q=0"], ["*/*;q=0"], ["application/json;q=many"], [""], [",;,"]]
    )
    func neither(fields: [String]) {
        #expect(throws: HTTPRefusal.notAcceptable) { try MediaType.Answer(accepting: fields) }
    }
}
