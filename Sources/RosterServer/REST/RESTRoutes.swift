import GraphQL
import JSON

/// The routes, read against the schema once.
struct RESTRoutes: Sendable {
    let operations: [RESTOperation]
    /// `/api/openapi.json`.
    let description: [UInt8]

    /// - Throws: where the table does not fit the schema; a test sees to it that it does.
    init(schema: Schema) throws {
        operations = try RESTRoute.table.map { try RESTOperation($0, schema: schema) }
        var text: [UInt8] = []
        try OpenAPIDescription.json(of: operations).write(to: &text, layout: .pretty)
        description = text
    }
}
