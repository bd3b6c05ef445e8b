import GraphQL
import JSON
import OrderedCollections

/// An outcome with what the engine said of it.
struct Verdict {
    let outcome: Outcome
    let messages: [String]
    /// Where each message's faults are; only of invalid documents.
    var places: [Set<Location>] = []
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
            case .validationFailed?:
                let places = error.errors.map { Set($0.locations) }
                self.init(outcome: .invalid, messages: messages, places: places)
            default: self.init(outcome: .refused, messages: messages)
            }
        }
    }

    /// As the peer reports it.
    init(_ answer: JSONValue) {
        places = (answer["places"]?.arrayValue ?? []).map { Set(($0.arrayValue ?? []).map(Location.init)) }
        messages = answer["messages"]?.arrayValue?.compactMap(\.stringValue) ?? []
        switch answer["stage"]?.stringValue {
        case "parse":
            outcome = .unreadable(at: Location(answer["location"] ?? nil))
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

extension Verdict {
    /// Messages about places of which the other says nothing.
    func messages(notIn other: Verdict) -> [String] {
        zip(messages, places).filter { !other.places.contains($1) }.map(\.0)
    }

    /// Which of several definitions of one name counts is nobody's business.
    var isAmbiguous: Bool { messages.contains { $0.hasPrefix("There can be only one") } }
}

extension Location {
    /// `[line, column]`
    fileprivate init(_ json: JSONValue) {
        self.init(line: UInt32(json[0]?.intValue ?? 0), column: UInt32(json[1]?.intValue ?? 0))
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
