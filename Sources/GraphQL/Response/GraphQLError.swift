public import JSON
public import OrderedCollections

/// One entry of a response's `errors` (section 7.1.6).
///
/// The message is for people and may be shown to strangers: it names types, fields and limits, never values that
/// a caller sent. `extensions.code` is for programs.
public struct GraphQLError: Error, Sendable, Hashable {
    public var message: String
    /// Where in the document; empty where no place in it is to blame.
    public var locations: [Location]
    /// Where in the response; nil for errors that come before execution.
    public var path: [PathSegment]?
    public var extensions: OrderedDictionary<String, JSONValue>

    public init(
        _ message: String,
        code: Code? = nil,
        at locations: [Location] = [],
        path: [PathSegment]? = nil,
        extensions: OrderedDictionary<String, JSONValue> = [:]
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = extensions
        if let code { self.extensions["code"] = .string(code.rawValue) }
    }

    /// The value of `extensions.code`.
    public var code: Code? {
        guard case .string(let code) = extensions["code"] else { return nil }
        return Code(rawValue: code)
    }

    /// What went wrong, for programs. The engine's own codes are here; others are added by who uses it.
    public struct Code: RawRepresentable, Sendable, Hashable {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let parseFailed = Code(rawValue: "GRAPHQL_PARSE_FAILED")
        public static let validationFailed = Code(rawValue: "GRAPHQL_VALIDATION_FAILED")
        public static let limitExceeded = Code(rawValue: "LIMIT_EXCEEDED")
        public static let badUserInput = Code(rawValue: "BAD_USER_INPUT")
        public static let cancelled = Code(rawValue: "CANCELLED")
        public static let deadlineExceeded = Code(rawValue: "DEADLINE_EXCEEDED")
        public static let `internal` = Code(rawValue: "INTERNAL")
    }
}

extension GraphQLError: CustomStringConvertible {
    public var description: String { message }
}

/// One step from the response's root to a value in it: a member's name or a list's index (section 7.1.6).
public enum PathSegment: Sendable, Hashable {
    case name(String)
    case index(Int)
}
