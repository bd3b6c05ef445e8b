/// Numbers in the text format that Prometheus reads (version 0.0.4).
struct MetricsText {
    private(set) var text = ""

    /// What a family of numbers is.
    enum Kind: String {
        case counter, gauge, histogram
    }

    /// Begins a family; its samples follow.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// One number. Labels are the server's own words, so nothing in them needs escaping.
    mutating func sample(_ name: String, _ labels: [(name: String, value: String)] = [], _ value: String) {
        let list = labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
        text += list.isEmpty ? "\(name) \(value)\n" : "\(name){\(list)} \(value)\n"
    }

    mutating func sample(_ name: String, _ labels: [(name: String, value: String)] = [], _ value: Int) {
        sample(name, labels, String(value))
    }

    /// A family of one number.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        family(name, kind, help)
        sample(name, [], value)
    }

    mutating func sample(_ name: String, _ label: (name: String, value: String), _ histogram: Histogram) {
        for (bound, count) in zip(Histogram.bounds, histogram.cumulated) {
            sample("\(name)_bucket", [label, ("le", bound.label)], count)
        }
        let count = histogram.count
        sample("\(name)_bucket", [label, ("le", "+Inf")], count)
        sample("\(name)_sum", [label], "\(Double(histogram.total) / 1_000_000)")
        sample("\(name)_count", [label], count)
    }
}
