package import GraphQL

extension Instant: ScalarType {
    package static let scalar = ScalarDefinition(
        "DateTime",
        "An instant in RFC 3339, in UTC, to the second.",
        specifiedBy: "https://scalars.graphql.org/andimarek/date-time.html"
    )

    package init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard let instant = Instant(try String(coerced: value)) else {
            throw CoercionFailure("DateTime must be of the form 2026-07-02T09:30:00Z")
        }
        self = instant
    }

    package func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.write(description)
    }
}
