/// What was done to one thing, as the history tells it: never a key, only that one was set or removed.
package struct Change: Hashable, Sendable {
    /// The registry's version that the change belongs to; several changes of one operation share it.
    package let version: Int
    /// Its place among the changes of that version, counted from 0.
    package let ordinal: Int
    package let at: Instant
    /// Who did it.
    package let actor: String
    package let kind: Kind
    package let entity: EntityID
    /// One line for people.
    package let summary: String
    /// What became different, in the API's words and order.
    package let fields: [FieldChange]

    package enum Kind: String, CaseIterable, Sendable {
        case created = "CREATED"
        case updated = "UPDATED"
        case deleted = "DELETED"
        case defaultSet = "DEFAULT_SET"
        case defaultCleared = "DEFAULT_CLEARED"
    }
}

/// A field before and after; nil where there was or is no value.
package struct FieldChange: Hashable, Sendable {
    package let field: String
    package let before: RecordedValue?
    package let after: RecordedValue?
}

/// The value of a field as the history keeps it.
package enum RecordedValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
}

extension RecordedValue: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text(let text): text
        case .flag(let flag): String(flag)
        }
    }
}
