import Vault

/// All tokens, by their ids and by the digests of their secrets: who is asking is known without SQL.
package struct TokenBook: Sendable {
    private var tokens = OrderedIndex<ID<Token>, Token>()
    private var ids: [TokenHash: ID<Token>] = [:]

    /// - Parameter sorted: in ascending order of ids.
    init(sorted: [Token] = []) {
        tokens = OrderedIndex(sorted: sorted.map { (key: $0.id, value: $0) })
        let pairs = sorted.compactMap { token in token.hash.map { ($0, token.id) } }
        ids = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// In the order in which they were made.
    var all: some Sequence<Token> { tokens.values }

    subscript(id: ID<Token>) -> Token? { tokens[id] }

    /// Whether one that was not revoked came to its end in that time.
    func hasExpiry(after start: Instant, upTo end: Instant) -> Bool {
        all.contains { token in token.revokedAt == nil && token.expiresAt.map { start < $0 && $0 <= end } ?? false }
    }

    mutating func apply(_ edit: Edit<Token>) {
        if let hash = edit.before?.hash { ids[hash] = nil }
        if let hash = edit.after?.hash { ids[hash] = edit.subject.id }
        tokens[edit.subject.id] = edit.after
    }

    /// Whoever holds the secret with that digest; nil where the token is unknown, expired or revoked.
    func viewer(holding hash: TokenHash, at now: Instant) -> Viewer? {
        guard let token = ids[hash].flatMap({ tokens[$0] }), token.isValid(at: now) else { return nil }
        return Viewer(name: token.name.text, role: token.role, token: token.id)
    }

    /// Whether the token that a viewer showed would still make the same viewer; true where it showed none.
    func isCurrent(_ viewer: Viewer, at now: Instant) -> Bool {
        guard let id = viewer.token else { return true }
        guard let token = tokens[id], token.isValid(at: now) else { return false }
        return token.role == viewer.role
    }
}

extension TokenBook: Equatable {
    package static func == (left: TokenBook, right: TokenBook) -> Bool { left.all.elementsEqual(right.all) }
}
