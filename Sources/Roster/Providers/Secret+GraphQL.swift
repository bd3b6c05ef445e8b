package import GraphQL
package import Vault

/// A secret comes in as a `String` and never goes out.
extension Secret: InputType {
    package static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        String.reference(in: &builder)
    }

    package init(coerced value: CoercedValue?) throws(CoercionFailure) {
        self.init(try String(coerced: value))
    }
}
