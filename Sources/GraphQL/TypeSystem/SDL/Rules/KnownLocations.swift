import OrderedCollections

/// A directive's definition names locations that there are (section 3.13). The parser says so first, for what it reads.
enum KnownLocations {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        for directive in document.directives.values {
            for location in directive.locations where DirectiveLocation(rawValue: location.value) == nil {
                report.add("Unknown directive location \"\(location.value)\".", at: location.location)
            }
        }
    }
}
