import JSON
import OrderedCollections
import Postgres

extension Change {
    /// Adds rows to the history, whatever their number. Nothing in it is ever changed or taken away.
    static func insertion(of changes: [Change]) throws(JSONError) -> SQL {
        let before = try changes.map { (change) throws(JSONError) in try change.beforeJSON() }
        let after = try changes.map { (change) throws(JSONError) in try change.afterJSON() }
        return """
            INSERT INTO changes (version, ordinal, at, actor, kind, entity, summary, before, after)
            SELECT version, ordinal, at, actor, kind, entity, summary,
                NULLIF(before, '')::jsonb, NULLIF(after, '')::jsonb
            FROM unnest(
                \(changes.map(\.version)), \(changes.map(\.ordinal)), \(changes.map(\.at.secondsSince1970)),
                \(changes.map(\.actor)), \(changes.map(\.kind.rawValue)), \(changes.map(\.entity.description)),
                \(changes.map(\.summary)), \(before), \(after)
            ) AS new (version, ordinal, at, actor, kind, entity, summary, before, after)
            """
    }

    /// Who made the version that last changed something.
    static func actor(ofVersion version: Int) -> SQL {
        """
        SELECT actor
        FROM changes
        WHERE version = \(version)
        ORDER BY ordinal
        LIMIT 1
        """
    }

    /// Empty for none: arrays of texts have no nulls.
    private func beforeJSON() throws(JSONError) -> String { kind == .created ? "" : try json(\.before) }

    private func afterJSON() throws(JSONError) -> String { kind == .deleted ? "" : try json(\.after) }

    private func json(_ value: (FieldChange) -> RecordedValue?) throws(JSONError) -> String {
        let members = fields.map { field in (field.field, value(field)?.json ?? .null) }
        return try JSONValue.object(OrderedDictionary(members, uniquingKeysWith: { first, _ in first })).text()
    }
}

extension RecordedValue {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        }
    }
}
