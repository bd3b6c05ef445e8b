package import GraphQL

/// Ids go out as the global text, without making a string of it.
extension ID: ScalarType {
    package static var scalar: ScalarDefinition { .id }

    package func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.append("\"")
        response.append(Of.noun)
        response.append("_")
        response.write(number)
        response.append("\"")
    }

    package init(coerced value: CoercedValue?) throws(CoercionFailure) {
        guard let id = ID(try String(coerced: value)) else { throw CoercionFailure("ID cannot represent this text") }
        self = id
    }
}

/// An id as a caller wrote it, which may be of another noun or of nothing at all.
package struct GlobalID: ScalarType, Hashable {
    package let text: String

    package static var scalar: ScalarDefinition { .id }

    package init<Of>(_ id: ID<Of>) {
        text = id.description
    }

    package init(_ id: EntityID) {
        text = id.description
    }

    package init(coerced value: CoercedValue?) throws(CoercionFailure) {
        text = try String(coerced: value)
    }

    package func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.write(text)
    }
}

extension GlobalID {
    /// The provider's id that it is.
    ///
    /// - Throws: `notFound` for every other text.
    func provider(at field: FieldPath = "id") throws(Refusals) -> ID<Provider> {
        guard let id = ID<Provider>(text) else { throw Refusals(.notFound(.provider), at: field) }
        return id
    }

    /// The model's id that it is.
    ///
    /// - Throws: `notFound` for every other text.
    func model(at field: FieldPath = "id") throws(Refusals) -> ID<Model> {
        guard let id = ID<Model>(text) else { throw Refusals(.notFound(.model), at: field) }
        return id
    }
}
