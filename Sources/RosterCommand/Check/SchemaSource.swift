import GraphQL
import Roster

/// Where a command takes its schema from.
struct SchemaSource: Sendable {
    /// A file in the schema definition language; nil for Roster's own schema.
    let path: String?

    func schema() throws -> Schema {
        guard let path else { return try RosterSchema.schema }
        let text = try InputText(at: path).text
        do {
            return try Schema(sdl: text)
        } catch {
            throw CommandFault.badSchema(path: path, error)
        }
    }
}
