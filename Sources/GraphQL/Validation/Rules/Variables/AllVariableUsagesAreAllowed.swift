/// Section 5.8.5: a variable's type fits every place where it is used.
enum AllVariableUsagesAreAllowed {
    static func check(
        _ variable: AST.VariableDefinition,
        _ type: TypeReference,
        _ usage: VariableUsage,
        _ context: inout ValidationContext
    ) {
        guard let place = usage.type else { return }
        if !isAllowed(variable, type, at: place, hasDefault: usage.hasDefault) {
            let (given, expected) = (context.schema.spelling(of: type), context.schema.spelling(of: place))
            context.report.add(
                """
                Variable "$\(usage.name)" of type "\(given)" used in position expecting type "\(expected)".
                """,
                at: variable.location,
                usage.location
            )
        } else if let oneOf = usage.oneOf, !type.isNonNull {
            context.report.add(
                """
                Variable "$\(usage.name)" is of type "\(context.schema.spelling(of: type))" but must be \
                non-nullable to be used for OneOf Input Object "\(context.schema[oneOf].name)".
                """,
                at: variable.location,
                usage.location
            )
        }
    }

    /// `IsVariableUsageAllowed`
    private static func isAllowed(
        _ variable: AST.VariableDefinition,
        _ type: TypeReference,
        at place: TypeReference,
        hasDefault: Bool
    ) -> Bool {
        guard place.isNonNull, !type.isNonNull else { return areCompatible(type, place) }
        guard hasDefault || variable.hasNonNullDefault else { return false }
        return areCompatible(type, place.nullable)
    }

    /// `AreTypesCompatible`
    private static func areCompatible(_ variable: TypeReference, _ place: TypeReference) -> Bool {
        switch (variable, place) {
        case (.nonNull(let variable), .nonNull(let place)): areCompatible(variable, place)
        case (_, .nonNull): false
        case (.nonNull(let variable), _): areCompatible(variable, place)
        case (.list(let variable), .list(let place)): areCompatible(variable, place)
        case (.named(let variable), .named(let place)): variable == place
        case (.list, .named), (.named, .list): false
        }
    }
}

extension AST.VariableDefinition {
    fileprivate var hasNonNullDefault: Bool {
        switch defaultValue {
        case nil, .null: false
        default: true
        }
    }
}
