/// Which part of a list a caller wants (Relay's cursor connections specification, section 4).
struct PageRequest: Sendable {
    /// The most entries of one page.
    static let limit = 1000
    /// How many a page has where the caller does not say.
    static let usual = 100

    let first: Int?
    let after: String?
    let last: Int?
    let before: String?

    /// - Throws: `pageSize` for a number out of range, each with its argument's name.
    init(first: Int?, after: String?, last: Int?, before: String?) throws(Refusals) {
        var findings = Findings()
        let range = 0...Self.limit
        if let first, !range.contains(first) { findings.add(.pageSize(limit: Self.limit), at: "first") }
        if let last, !range.contains(last) { findings.add(.pageSize(limit: Self.limit), at: "last") }
        try findings.check()
        self.first = first ?? (last == nil ? Self.usual : nil)
        self.after = after
        self.last = last
        self.before = before
    }
}
