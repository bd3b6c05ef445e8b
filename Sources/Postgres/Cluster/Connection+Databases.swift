extension Connection {
    /// Creates a database, as a copy of another when a template is named; nobody may be connected to the template.
    package func createDatabase(_ name: String, template: String? = nil) async throws(PostgresError) {
        let source: SQL = template.map { " TEMPLATE \(SQL.Identifier($0))" } ?? ""
        try await execute("CREATE DATABASE \(SQL.Identifier(name))" + source)
    }

    /// Drops a database and whatever is connected to it; no error when there is none.
    package func dropDatabase(_ name: String) async throws(PostgresError) {
        try await execute("DROP DATABASE IF EXISTS \(SQL.Identifier(name)) WITH (FORCE)")
    }
}
