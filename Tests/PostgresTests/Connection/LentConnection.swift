import Postgres

/// Lends a connection to the scratch cluster, for tests that leave nothing behind.
func withConnection<Value>(_ body: (Connection) async throws -> Value) async throws -> Value {
    let connection = try await Connection.open(ScratchCluster.shared.settings())
    let result: Result<Value, any Error>
    do { result = .success(try await body(connection)) } catch { result = .failure(error) }
    await connection.close()
    return try result.get()
}
