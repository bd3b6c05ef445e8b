/// Section 5.7.2: a directive stands where its definition lets it.
enum DirectivesAreInValidLocations {
    static func check(
        _ directive: AST.Directive,
        _ definition: Schema.Directive,
        at location: DirectiveLocation,
        _ context: inout ValidationContext
    ) {
        guard !definition.locations.contains(location) else { return }
        context.report.add(
            "Directive \"@\(definition.name)\" may not be used on \(location.rawValue).",
            at: directive.location
        )
    }
}
