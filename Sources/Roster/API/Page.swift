/// A part of a list in its stable order, with what a caller may ask about the whole.
struct Page<Entry: Sendable>: Sendable {
    let edges: [Edge]
    let hasPreviousPage: @Sendable () -> Bool
    let hasNextPage: @Sendable () -> Bool
    /// The number of entries on all pages together.
    let totalCount: @Sendable () -> Int

    struct Edge: Sendable {
        let cursor: String
        let entry: Entry
    }

    /// Cuts a page out of a list, at the cost of the page and not of the list, unless a filter makes it look further.
    ///
    /// - Parameters:
    ///   - matches: the filter; nil where all entries are wanted.
    ///   - entry: the entry at a place of the list.
    /// - Throws: `cursor`.
    init<Of: Noun, Value>(
        _ request: PageRequest,
        of list: OrderedIndex<NameOrder<Of>, Value>,
        matching matches: (@Sendable (Entry) -> Bool)? = nil,
        entry: @escaping @Sendable (OrderedIndex<NameOrder<Of>, Value>.Element) -> Entry?
    ) throws(Refusals) {
        let after = try request.after.map { text throws(Refusals) in try Cursor.order(text, of: Of.self, at: "after") }
        let before = try request.before.map { text throws(Refusals) in
            try Cursor.order(text, of: Of.self, at: "before")
        }
        let end = before.map { list.lowerBound(of: $0) } ?? list.endIndex
        let start = min(after.map { list.upperBound(of: $0) } ?? list.startIndex, end)
        let edge = { @Sendable (element: OrderedIndex<NameOrder<Of>, Value>.Element) -> Edge? in
            guard let entry = entry(element), matches?(entry) ?? true else { return nil }
            return Edge(cursor: Cursor.text(element.key), entry: entry)
        }

        var edges: [Edge]
        var hasMoreAfter = false
        var hasMoreBefore = false
        if let first = request.first {
            edges = Array(list[start..<end].lazy.compactMap(edge).prefix(first + 1))
            hasMoreAfter = edges.count > first
            edges = Array(edges.prefix(first))
            if let last = request.last {
                hasMoreBefore = edges.count > last
                edges = edges.suffix(last)
            }
        } else {
            let last = request.last ?? PageRequest.usual
            edges = Array(list[start..<end].reversed().lazy.compactMap(edge).prefix(last + 1)).reversed()
            hasMoreBefore = edges.count > last
            edges = edges.suffix(last)
        }

        self.edges = edges
        hasNextPage = { [hasMoreAfter] in hasMoreAfter || list[end...].contains { edge($0) != nil } }
        hasPreviousPage = { [hasMoreBefore] in hasMoreBefore || list[..<start].contains { edge($0) != nil } }
        totalCount = {
            guard let matches else { return list.count }
            return list.count { element in entry(element).map(matches) ?? false }
        }
    }
}
