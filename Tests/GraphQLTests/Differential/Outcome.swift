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

extension JSONValue {
    /// The same value, numbers compared as numbers; members in the same order.
    fileprivate func means(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
        case (.object(let left), .object(let right)):
            left.keys == right.keys && zip(left.values, right.values).allSatisfy { $0.means($1) }
        case (.int, .double), (.double, .int): doubleValue == other.doubleValue
        default: self == other
        }
    }
}
