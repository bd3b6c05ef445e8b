/// Which part of an input is meant, for example `input.models.0.modelSdkId`; the first step is an argument's name.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String

    package init(stringLiteral text: String) {
        description = text
    }

    private init(_ description: String) {
        self.description = description
    }

    /// A field inside this one.
    package subscript(field: String) -> FieldPath { FieldPath("\(description).\(field)") }

    /// An element of this list, counted from 0.
    package subscript(index: Int) -> FieldPath { FieldPath("\(description).\(index)") }
}
