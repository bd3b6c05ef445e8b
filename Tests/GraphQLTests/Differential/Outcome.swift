import GraphQL
import JSON
import OrderedCollections

/// What an engine makes of a document: as much of it as two engines can agree on.
enum Outcome: Equatable {
    /// The engine itself failed.
    case crash
    case unreadable(at: Location)
    case invalid
    /// No such operation, or wrong variables: there is no `data`.
    case refused
    /// Read and valid; not executed, because it subscribes.
    case valid
    /// Data, and where errors are. Their order is not compared: this peer sorts them.
    case answered(JSONValue, errors: Set<[PathSegment]>)

    var kind: String {
        switch self {
        case .crash: "crashed"
        case .unreadable: "unreadable"
        case .invalid: "invalid"
        case .refused: "refused"
        case .valid: "valid"
        case .answered(_, let errors): errors.isEmpty ? "answered" : "answered with errors"
        }
    }

    static func == (left: Outcome, right: Outcome) -> Bool {
        switch (left, right) {
        case (.unreadable(let left), .unreadable(let right)): left == right
        case (.crash, .crash), (.invalid, .invalid), (.refused, .refused), (.valid, .valid): true
        case (.answered(let left, let errors), .answered(let right, let others)):
            errors == others && left.means(right)
        default: false
        }
    }
}

/// An outcome with what the engine said of it.
struct Verdict {
    let outcome: Outcome
    let messages: [String]
}

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

extension Verdict {
    /// Our own engine's.
    init(of document: DocumentCase, on schema: Schema) async {
        do throws(RequestErrors) {
            let prepared = try PreparedDocument(document.query, schema: schema)
            guard !prepared.subscribes(document.operationName) else {
                self.init(outcome: .valid, messages: [])
                return
            }
            let ready = try prepared.operation(
                named: document.operationName,
                variables: document.variables.objectValue ?? [:]
            )
            let response = await ready.run(in: NoContext())
            let body = (try? JSONValue(parsing: response.body)) ?? "unreadable"
            self.init(
                outcome: .answered(body["data"] ?? "missing", errors: Set(response.errors.map { $0.path ?? [] })),
                messages: response.errors.map(\.message)
            )
        } catch {
            let messages = error.errors.map(\.message)
            switch error.errors.first?.code {
            case .parseFailed?:
                let place = error.errors.first?.locations.first ?? Location(line: 0, column: 0)
                self.init(outcome: .unreadable(at: place), messages: messages)
            case .validationFailed?: self.init(outcome: .invalid, messages: messages)
            default: self.init(outcome: .refused, messages: messages)
            }
        }
    }

    /// As the peer reports it.
    init(_ answer: JSONValue) {
        messages = answer["messages"]?.arrayValue?.compactMap(\.stringValue) ?? []
        switch answer["stage"]?.stringValue {
        case "parse":
            let line = answer["location"]?[0]?.intValue ?? 0
            let column = answer["location"]?[1]?.intValue ?? 0
            outcome = .unreadable(at: Location(line: UInt32(line), column: UInt32(column)))
        case "crash": outcome = .crash
        case "validate": outcome = .invalid
        case "request": outcome = .refused
        case "subscription": outcome = .valid
        default:
            let paths = answer["paths"]?.arrayValue ?? []
            outcome = .answered(answer["data"] ?? "missing", errors: Set(paths.map(\.path)))
        }
    }
}

extension PreparedDocument {
    fileprivate func subscribes(_ name: String?) -> Bool {
        let operations = document.definitions.compactMap { definition in
            if case .operation(let operation) = definition { operation } else { nil }
        }
        let chosen = operations.filter { name == nil || $0.name?.value == name }
        return chosen.count == 1 && chosen.first?.operation == .subscription
    }
}

extension JSONValue {
    /// The same value, numbers compared as numbers; members in the same order.
    func means(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
        case (.object(let left), .object(let right)):
            left.keys == right.keys && zip(left.values, right.values).allSatisfy { $0.means($1) }
        case (.int, .double), (.double, .int): doubleValue == other.doubleValue
        default: self == other
        }
    }

    fileprivate var path: [PathSegment] {
        (arrayValue ?? []).compactMap { segment in
            switch segment {
            case .int(let index): .index(index)
            case .string(let name): .name(name)
            default: nil
            }
        }
    }
}
