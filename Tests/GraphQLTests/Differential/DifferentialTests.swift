import Foundation
import GraphQL
import JSON
import OrderedCollections
import Testing

/// Puts random schemas, documents and variables, valid and broken, to this engine and to another.
///
/// Compared are: whether a schema is accepted; what introspection says of it; that what is printed reads back as the
/// same, to the peer; where a text cannot be read; whether a document is valid, and where its faults are; whether a
/// request is accepted; `data`, with the order of its members; and the set of places of errors. Below a non-null parent both engines stop at the first field
/// that fails, so the sets are equal and nothing is left out. Subscriptions are validated and not run. What is known to
/// differ is listed in `Tests/Peers/differences.json`.
@Suite("Beside an independent engine")
struct DifferentialTests {
    /// How many random schemas, each with its documents; more where the environment asks for it, from another seed.
    static let schemas = ProcessInfo.processInfo.environment["ROSTER_DIFFERENTIAL_SCHEMAS"].flatMap(Int.init) ?? 100
    static let firstSeed = ProcessInfo.processInfo.environment["ROSTER_DIFFERENTIAL_SEED"].flatMap(Int.init) ?? 0
    static let shards = 2

    @Test("random schemas and documents come to the same, but for what is listed", arguments: 0..<shards)
    func agrees(shard: Int) async throws {
        let peer = try Peer()
        let listed = try Difference.all.get()
        var tally = Tally()
        for number in stride(from: shard, to: Self.schemas, by: Self.shards) {
            let question = Question(seed: UInt64(Self.firstSeed + number))
            for disagreement in try await question.disagreements(with: peer, &tally) {
                let differences = Self.explanation(of: disagreement, among: listed)
                if differences.isEmpty { Issue.record("\(disagreement)") }
                for difference in differences { tally.count(difference) }
            }
        }
        print(tally)
    }

    /// What is refused for several reasons is explained where each of them is.
    private static func explanation(of disagreement: Disagreement, among listed: [Difference]) -> [Difference] {
        func first(_ disagreement: Disagreement) -> Difference? { listed.first { $0.explains(disagreement) } }
        if let difference = first(disagreement) { return [difference] }
        let differences = disagreement.parts.map(first)
        return differences.contains { $0 == nil } ? [] : differences.compactMap(\.self)
    }

    @Test("every listed difference is still there")
    func listed() async throws {
        let peer = try Peer()
        var tally = Tally()
        for difference in try Difference.all.get() {
            let found = try await Question(difference.witness).disagreements(with: peer, &tally)
            let unexpected = found.filter { !difference.explains($0) }
            #expect(found.count > unexpected.count, "No longer there: \(difference)")
        }
    }
}
