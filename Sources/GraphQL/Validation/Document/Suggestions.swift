/// "Did you mean …?": names of the schema that resemble an unknown one.
///
/// Distances cost the product of both lengths, so long names and the hundredth unknown name get no suggestions.
struct Suggestions {
    private let isEnabled: Bool
    /// Distances that may still be computed for this document.
    private var budget = 20_000

    private static let maximumLength = 64
    private static let maximumShown = 5

    init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    /// A sentence with a leading space, or nothing where no candidate is near.
    ///
    /// - Parameter kind: what the names are, with its article: `the enum value`.
    mutating func sentence(for name: String, among candidates: some Sequence<String>, kind: String? = nil) -> String {
        sentence(naming: names(like: name, among: candidates), kind: kind)
    }

    /// A sentence with a leading space, or nothing where there are no names.
    func sentence(naming names: some Collection<String>, kind: String? = nil) -> String {
        guard isEnabled, !names.isEmpty else { return "" }
        let quoted = names.prefix(Self.maximumShown).map { "\"\($0)\"" }
        let list =
            switch quoted.count {
            case 1: quoted[0]
            case 2: "\(quoted[0]) or \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", or \(quoted[quoted.count - 1])"
            }
        return " Did you mean \(kind.map { "\($0) " } ?? "")\(list)?"
    }

    /// The candidates within two fifths of the name's length and one more, nearest first.
    mutating func names(like name: String, among candidates: some Sequence<String>) -> [String] {
        guard isEnabled, name.utf8.count <= Self.maximumLength else { return [] }
        let threshold = name.utf8.count * 2 / 5 + 1
        let measured = LexicalDistance(from: name)
        var near: [(name: String, distance: Int)] = []
        for candidate in candidates where abs(candidate.utf8.count - name.utf8.count) <= threshold {
            guard budget > 0 else { break }
            budget -= 1
            if let distance = measured.distance(to: candidate, atMost: threshold) { near.append((candidate, distance)) }
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
    }
}
