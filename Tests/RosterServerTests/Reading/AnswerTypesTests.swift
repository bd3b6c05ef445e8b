import Testing

@testable import RosterServer

struct AnswerTypesTests {
    @Test(
        "the answer is in the type that the caller weighs highest",
        arguments: [
            ([], AnswerTypes.Single.json),
            (["*/*"], .json),
            (["application/*"], .json),
            (["application/json"], .json),
            (["application/graphql-response+json"], .graphQL),
            (["APPLICATION/GraphQL-Response+JSON; charset=utf-8"], .graphQL),
            (["application/graphql-response+json; charset=\"utf-8\", application/json; charset=utf8"], .graphQL),
            (["application/json, application/graphql-response+json"], .graphQL),
            (["application/graphql-response+json;q=0.5, application/json"], .json),
            (["application/json;q=0.5", "application/graphql-response+json"], .graphQL),
            (["application/json ; q=0.9 , application/graphql-response+json ; q=0.91"], .graphQL),
            (["text/html, */*;q=0.1"], .json),
            (["application/json;q=0, */*"], .graphQL),
            (["application/graphql-response+json, application/json, text/event-stream, multipart/mixed"], .graphQL),
        ]
    )
    func preference(fields: [String], expected: AnswerTypes.Single) throws {
        #expect(try AnswerTypes(accepting: fields).single == expected)
    }

    @Test(
        "events are sent to those who name them, and alone to those who prefer them",
        arguments: [
            (["text/event-stream"], AnswerTypes(single: nil, allowsStream: true)),
            (["text/event-stream, application/json;q=0.5"], AnswerTypes(single: nil, allowsStream: true)),
            (["application/json, text/event-stream"], AnswerTypes(single: .json, allowsStream: true)),
            (["text/event-stream;q=0.5, application/json"], AnswerTypes(single: .json, allowsStream: true)),
            (["text/event-stream;q=0, application/json"], AnswerTypes(single: .json, allowsStream: false)),
            (["*/*"], AnswerTypes(single: .json, allowsStream: false)),
            (["text/*, application/json"], AnswerTypes(single: .json, allowsStream: false)),
        ]
    )
    func events(fields: [String], expected: AnswerTypes) throws {
        #expect(try AnswerTypes(accepting: fields) == expected)
    }

    @Test(
        "a caller that takes no type that there is is refused",
        arguments: [
            ["text/html"], ["application/json;q=0"], ["*/*;q=0"], ["application/json;q=many"], [""], [",;,"],
            ["application/json; charset=latin1"], ["application/json;q=1.5"], ["application/json;q=nan"], ["text/*"],
        ]
    )
    func neither(fields: [String]) {
        #expect(throws: HTTPRefusal.notAcceptable) { try AnswerTypes(accepting: fields) }
    }
}
