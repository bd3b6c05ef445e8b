package import GraphQL
import JSON
import OrderedCollections

extension Refusals: FieldErrors {
    package var errors: [GraphQLError] { all.map(\.error) }
}

extension Refusal {
    /// The entry of a response's `errors`: `code`, `field`, and for a conflict what is needed to resolve it.
    var error: GraphQLError {
        var extensions: OrderedDictionary<String, JSONValue> = ["code": .string(code.rawValue)]
        if let field { extensions["field"] = .string(field.description) }
        if case .conflict(let version, let name) = reason {
            extensions["currentVersion"] = .int(version)
            extensions["changedBy"] = name.map(JSONValue.string) ?? .null
        }
        return GraphQLError(description, extensions: extensions)
    }
}

extension RegistryError: FieldErrors {
    package var errors: [GraphQLError] {
        let code: GraphQLError.Code =
            switch self {
            case .unavailable: .unavailable
            case .outcomeUnknown: .outcomeUnknown
            case .tokenEnded: .unauthenticated
            case .wrongMasterKey, .damaged: .internal
            }
        return [GraphQLError(description, code: code)]
    }
}

extension GraphQLError.Code {
    static let unauthenticated = Self(rawValue: "UNAUTHENTICATED")
    static let forbidden = Self(rawValue: "FORBIDDEN")
    static let unavailable = Self(rawValue: "UNAVAILABLE")
    static let outcomeUnknown = Self(rawValue: "OUTCOME_UNKNOWN")
}
