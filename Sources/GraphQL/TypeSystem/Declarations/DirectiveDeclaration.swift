/// The declaration of a directive (section 3.13).
public struct DirectiveDeclaration: Sendable {
    let name: String
    let description: String?
    let arguments: [AnyArgument]
    let isRepeatable: Bool
    let locations: [DirectiveLocation]

    public init<each Input: InputType>(
        _ name: String,
        _ description: String? = nil,
        _ arguments: repeat Argument<each Input>,
        isRepeatable: Bool = false,
        on locations: [DirectiveLocation]
    ) {
        self.name = name
        self.description = description
        self.arguments = Arguments(repeat each arguments).erased
        self.isRepeatable = isRepeatable
        self.locations = locations
    }

    /// `@skip`, `@include`, `@deprecated`, `@specifiedBy` and `@oneOf` (sections 3.13.1 to 3.13.5).
    static let specified = [
        DirectiveDeclaration(
            "include",
            "Leaves the field or fragment out unless the argument is true.",
            Argument<Bool>("if", "Included when true."),
            on: [.field, .fragmentSpread, .inlineFragment]
        ),
        DirectiveDeclaration(
            "skip",
            "Leaves the field or fragment out when the argument is true.",
            Argument<Bool>("if", "Skipped when true."),
            on: [.field, .fragmentSpread, .inlineFragment]
        ),
        DirectiveDeclaration(
            "deprecated",
            "Marks what should no longer be used.",
            Argument<String>("reason", "Why, and what to use instead, in Markdown.", default: "No longer supported"),
            on: [.fieldDefinition, .argumentDefinition, .inputFieldDefinition, .enumValue]
        ),
        DirectiveDeclaration(
            "specifiedBy",
            "Says where the behaviour of a scalar is specified.",
            Argument<String>("url", "The address of the specification."),
            on: [.scalar]
        ),
        DirectiveDeclaration(
            "oneOf",
            "Exactly one field of the input object must be given, and not null.",
            on: [.inputObject]
        ),
    ]
}
