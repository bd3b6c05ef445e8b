import Postgres

extension Registry {
    /// Reads a page of the history, newest first.
    ///
    /// - Parameters:
    ///   - entity: the id of the one thing that it is about; nil for everything.
    ///   - version: the newest that is told, so that the rest of an answer is not older than this part of it.
    ///   - withTokens: whether changes of tokens are told.
    /// - Throws: `Refusals` for a cursor that is none, and what `read` throws.
    func history(
        of entity: String?, upTo version: Int, _ page: PageRequest, withTokens: Bool
    ) async throws -> History {
        let first = page.first ?? PageRequest.usual
        let after = try page.after.map { cursor throws(Refusals) in
            guard let place = ChangePlace(cursor: cursor) else { throw Refusals(.cursor, at: "after") }
            return place
        }
        var conditions: [SQL] = ["version <= \(version)"]
        if let after { conditions.append("(version, ordinal) < (\(after.version), \(after.ordinal))") }
        if let entity { conditions.append("entity = \(EntityID(entity)?.description ?? "")") }
        if !withTokens { conditions.append("NOT starts_with(entity, \("\(Token.noun)_"))") }
        let select: SQL = """
            SELECT \(Change.row)
            FROM changes
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY version DESC, ordinal DESC
            LIMIT \(first + 1)
            """
        let changes = try await read { connection in try await connection.query(select, as: Change.row) }
        let edges = changes.prefix(first).map(History.Edge.init)
        return History(
            edges: edges,
            pageInfo: PageInfo(
                hasNextPage: changes.count > first,
                // Nothing is ever taken out of the history, so what the cursor names is still there.
                hasPreviousPage: after != nil,
                startCursor: edges.first?.change.place.cursor,
                endCursor: edges.last?.change.place.cursor
            )
        )
    }
}

/// Where in the history a change stands.
struct ChangePlace: Sendable {
    let version: Int
    let ordinal: Int

    init(version: Int, ordinal: Int) {
        self.version = version
        self.ordinal = ordinal
    }

    /// Nil for text that is no cursor of the history.
    init?(cursor: String) {
        let numbers = Cursor.shown(cursor)?.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let numbers, numbers.count == 2, let version = Int(Substring(numbers[0])),
            let ordinal = Int(Substring(numbers[1])), Int32(exactly: ordinal) != nil
        else { return nil }
        self.init(version: version, ordinal: ordinal)
    }

    /// The hexadecimal digits of `12.3`.
    var cursor: String { Cursor.hidden("\(version).\(ordinal)") }
}

extension Change {
    var place: ChangePlace { ChangePlace(version: version, ordinal: ordinal) }
}
