/// When tokens were last used here: kept in memory, and written down now and then rather than at every request.
struct TokenUses: Sendable {
    private var latest: [ID<Token>: Instant] = [:]
    private var unsaved: Set<ID<Token>> = []

    subscript(id: ID<Token>) -> Instant? { latest[id] }

    mutating func note(_ id: ID<Token>, at now: Instant) {
        guard latest[id] != now else { return }
        latest[id] = now
        unsaved.insert(id)
    }

    /// What is to be written down, by ids, so that servers that write at the same time do not lock each other out.
    mutating func takeUnsaved() -> [(id: ID<Token>, at: Instant)] {
        defer { unsaved = [] }
        return unsaved.sorted().compactMap { id in latest[id].map { (id, $0) } }
    }

    /// Puts back what could not be written down.
    mutating func putBack(_ ids: some Sequence<ID<Token>>) {
        unsaved.formUnion(ids)
    }
}
