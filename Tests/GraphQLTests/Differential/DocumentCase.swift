import GraphQL
import JSON
import OrderedCollections

/// A document with all that a request sends beside it.
struct DocumentCase {
    var query: String
    var variables: JSONValue = .object([:])
    var operationName: String?

    var question: JSONValue {
        var question: OrderedDictionary<String, JSONValue> = ["query": .string(query), "variables": variables]
        if let operationName { question["operationName"] = .string(operationName) }
        if let document = try? AST.Document(parsing: query) { question["printed"] = .string(document.printed) }
        return .object(question)
    }
}
