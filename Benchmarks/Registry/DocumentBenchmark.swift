import GraphQL
import Roster

/// What a document costs before it runs: parsing, validating and planning, each by itself.
struct DocumentBenchmark {
    let title: String
    let query: String
    let fields: Int

    /// A thousand fields under one provider connection.
    static var thousand: DocumentBenchmark {
        let names = ["name", "providerSdkId", "baseUrl", "imageUrl", "isEnabled", "version", "createdAt", "updatedAt"]
        let fields = (0..<998).map { "f\($0): \(names[$0 % names.count])" }.joined(separator: "\n")
        return DocumentBenchmark(title: "1,000 fields", query: "{ providers { nodes { \(fields) } } }", fields: 1_000)
    }

    static let picker = DocumentBenchmark(title: "picker", query: RegistryBenchmark.query, fields: 13)

    nonisolated(nonsending) func run() async throws {
        let schema = try RosterSchema.schema
        let document = try AST.Document(parsing: query)
        let units = (count: fields, name: "field")
        let parsing = try await Measurement.of("parse, \(title)", units: units) {
            _ = try AST.Document(parsing: query)
        }
        print(parsing.line)
        let validation = await Measurement.of("validate, \(title)", units: units) {
            _ = schema.validate(document)
        }
        print(validation.line)
        let planning = try await Measurement.of("prepare and plan, \(title)", units: units) {
            _ = try PreparedDocument(query, schema: schema).operation()
        }
        print(planning.line)
    }
}
