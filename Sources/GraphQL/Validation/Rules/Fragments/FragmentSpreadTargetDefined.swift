/// Section 5.5.2.1: a spread names a fragment of the document.
enum FragmentSpreadTargetDefined {
    /// - Parameter spread: one whose fragment is missing.
    static func report(_ spread: AST.FragmentSpread, _ context: inout ValidationContext) {
        context.report.add("Unknown fragment \"\(spread.name.value)\".", at: spread.name.location)
    }
}
