/// What every rule may read, and where it reports.
struct ValidationContext {
    let schema: Schema
    let fragments: FragmentTable
    let options: ValidationOptions
    var report: ValidationReport
    var suggestions: Suggestions
}
