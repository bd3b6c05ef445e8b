import JSON
import OrderedCollections
package import Postgres

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

extension Change {
    static let row = RowDefinition(
        "version", "ordinal", "at", "actor", "kind", "entity", "summary", "before::text", "after::text",
        make: {
            (
                version: Int, ordinal: Int, at: Int, actor: String, kind: Kind, entity: EntityID, summary: String,
                before: String?, after: String?
            ) in
            Change(
                version: version,
                ordinal: ordinal,
                at: Instant(secondsSince1970: at),
                actor: actor,
                kind: kind,
                entity: entity,
                summary: summary,
                fields: fields(ofStored: before, after, inOrder: entity.recordedFieldNames)
            )
        }
    )

    /// Postgres keeps the members of a JSON object in an order of its own, and a field may have been given up since.
    private static func fields(ofStored before: String?, _ after: String?, inOrder names: [String]) -> [FieldChange] {
        let (before, after) = (members(before), members(after))
        let stored = Set(before.keys).union(after.keys)
        let others = stored.subtracting(names).sorted()
        return (names.filter(stored.contains) + others).map { name in
            FieldChange(field: name, before: RecordedValue(before[name]), after: RecordedValue(after[name]))
        }
    }

    private static func members(_ json: String?) -> OrderedDictionary<String, JSONValue> {
        guard let json, case .object(let members) = try? JSONValue(parsing: json) else { return [:] }
        return members
    }
}

extension Change.Kind: ColumnValue {}
extension EntityID: ColumnValue {}

extension RecordedValue {
    fileprivate init?(_ json: JSONValue?) {
        switch json {
        case .string(let text): self = .text(text)
        case .bool(let flag): self = .flag(flag)
        default: return nil
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        }
    }
}
