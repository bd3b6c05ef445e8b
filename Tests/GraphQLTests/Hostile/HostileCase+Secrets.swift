import GraphQL
import JSON
import OrderedCollections

extension HostileCase {
    static let secrets: [HostileCase] = literals + variables

    private static let literals: [HostileCase] = [
        "int(of: \"canary\")", "float(of: \"canary\")", "int(of: canary)", "secret(level: \"canary\")",
        "secret(of: \"canary\")", "secret(of: { number: \"canary\" })", "secret(of: { list: [1, \"canary\"] })",
        "secret(of: { inner: { only: { a: \"canary\" } } })", "text(of: [\"canary\"])",
        "secret(of: { only: { a: 1, b: \"canary\" } })", "leaf @skip(if: \"canary\")",
    ].map { HostileCase($0, .refused(.validationFailed), "{ \($0) }") }

    private static let canary: JSONValue = "canary-4c1f"

    /// Types, values that do not fit them, and places for such a variable.
    private static let variables: [HostileCase] = {
        let values: [(type: String, value: JSONValue, place: String)] = [
            ("Int", canary, "int(of: $v)"), ("Float", canary, "float(of: $v)"), ("String", [canary], "text(of: $v)"),
            ("Boolean!", canary, "leaf @skip(if: $v)"), ("ID", [canary], "id(of: $v)"),
            ("Level", canary, "secret(level: $v)"), ("[Int!]", ["a": canary], "secret(of: { list: $v })"),
            ("Secret", canary, "secret(of: $v)"), ("Secret", ["number": canary], "secret(of: $v)"),
            ("Secret", ["list": [1, canary]], "secret(of: $v)"),
            ("Secret", ["only": ["a": 1, "b": canary]], "secret(of: $v)"),
            ("Secret", ["inner": ["only": ["a": canary]]], "secret(of: $v)"),
            ("Secret", ["canary 4c1f": 1], "secret(of: $v)"),
        ]
        return values.map { type, value, place in
            HostileCase(
                "\(type) \(value)", .refused(.badUserInput), variables: ["v": value], "query($v: \(type)) { \(place) }"
            )
        }
    }()
}
