/// How many cases there were, by what became of them.
struct Tally: CustomStringConvertible {
    private(set) var schemas: [String: Int] = [:]
    private(set) var documents: [String: Int] = [:]
    /// Disagreements that are listed, by their section.
    private(set) var listed: [String: Int] = [:]

    mutating func count(schema view: View) {
        schemas[view.kind.hasPrefix("unreadable") ? "unreadable" : view.kind, default: 0] += 1
    }

    mutating func count(_ outcome: Outcome) { documents[outcome.kind, default: 0] += 1 }

    mutating func count(_ difference: Difference) { listed[difference.section, default: 0] += 1 }

    var description: String {
        func list(_ counts: [String: Int]) -> String {
            counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        }
        return "schemas: \(list(schemas)); documents: \(list(documents)); listed differences: \(list(listed))"
    }
}
