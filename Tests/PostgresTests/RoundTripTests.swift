import Postgres
import Testing

@Suite("Values go to the server and come back")
struct RoundTripTests {
    @Test("numbers, text, bytes and absent values keep their value")
    func scalars() async throws {
        try await ScratchDatabase.with { database in
            let connection = try await Connection.open(database.settings)
            #expect(
                try await connection.query("SELECT \(Int.min), \("🦩")", as: RowDefinition("a", "b", make: Pair.init))
                    == [Pair(number: .min, text: "🦩")])
            await connection.close()
        }
    }
}

struct Pair: Equatable {
    let number: Int
    let text: String
}
