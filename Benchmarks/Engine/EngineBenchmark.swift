import Foundation
import GraphQL
import JSON
import OrderedCollections

/// The engine's phases on documents that a peer works on as well: a line per phase, for `script/bench` to put beside
/// the peer's.
struct EngineBenchmark {
    private let stock = Stock()
    /// Only phases whose line contains it; all where it is empty.
    private let filter: String
    private let shop: Schema
    private let kitchenSink: EngineWorkload

    /// - Parameter folder: holds the kitchen sink.
    init(workloads folder: URL, filter: String = "") throws {
        self.filter = filter
        shop = try Schema(query: Shop())
        kitchenSink = try .kitchenSink(in: folder)
    }

    private var thousandFields: EngineWorkload { .thousandFields(of: shop.sdl) }
    private var tenThousandItems: EngineWorkload { .tenThousandItems(of: shop.sdl) }

    /// Writes every workload for the peer.
    func write(to folder: URL) throws {
        for workload in [kitchenSink, thousandFields, tenThousandItems, .largeSchema] { try workload.write(to: folder) }
    }

    nonisolated(nonsending) func run() async throws {
        try await documents(kitchenSink, schema: Schema(sdl: kitchenSink.schema).resolving(Self.resolve))
        try await documents(thousandFields, schema: shop)
        try await execution(tenThousandItems, schema: shop)
        let large = EngineWorkload.largeSchema
        try await report("build", large) { _ = try Schema(sdl: large.schema) }
        try await execution(large, schema: Schema(sdl: large.schema).resolving(Self.resolve), phase: "introspect")
    }

    /// Parse, validate, prepare, which is both and the plan, and execute.
    private nonisolated(nonsending) func documents(_ workload: EngineWorkload, schema: Schema) async throws {
        let document = try AST.Document(parsing: workload.document)
        try await report("parse", workload) { _ = try AST.Document(parsing: workload.document) }
        try await report("validate", workload) { _ = schema.validate(document) }
        try await report("prepare", workload) { _ = try ready(workload, schema) }
        try await execution(workload, schema: schema)
    }

    private nonisolated(nonsending) func execution(
        _ workload: EngineWorkload,
        schema: Schema,
        phase: String = "execute"
    ) async throws {
        let ready = try ready(workload, schema)
        let response = await ready.run(in: stock)
        if let error = response.errors.first { throw error }
        try await report(phase, workload) { _ = await ready.run(in: stock) }
    }

    private func ready(_ workload: EngineWorkload, _ schema: Schema) throws -> ReadyOperation {
        try PreparedDocument(workload.document, schema: schema)
            .operation(named: workload.operation, variables: workload.variables)
    }

    private nonisolated(nonsending) func report(
        _ phase: String,
        _ workload: EngineWorkload,
        _ body: nonisolated(nonsending) () async throws -> Void
    ) async throws {
        guard filter.isEmpty || "\(workload.name) \(phase)".contains(filter) else { return }
        let measurement = try await Measurement.of(phase, units: (workload.units, "unit"), body)
        let fields = [workload.name, phase, "\(measurement.median)", "\(measurement.allocations)", "\(workload.units)"]
        print(fields.joined(separator: "\t"))
    }

    /// What the peer's resolver answers too: three items to a list, the first possible type, one value to a scalar.
    @Sendable
    private static func resolve(_ call: FieldCall) -> ResolvedValue {
        value(of: call.field.type, call.field.name)
    }

    private static func value(of type: TypeReference, _ field: String) -> ResolvedValue {
        switch type {
        case .nonNull(let type): value(of: type, field)
        case .list(let type): .list(Array(repeating: value(of: type, field), count: 3))
        case .named: known[field] ?? .object(typeName: "Probe", .object([:]))
        }
    }

    private static let known: [String: ResolvedValue] = [
        "name": .value("Pioneer"), "aliases": .value("P"), "place": .value("ORBIT"), "instruments": .value("lens"),
        "age": .value(41), "weight": .value(.double(71.5)), "since": .value("1972-03-02T00:00:00Z"),
        "me": .object(typeName: "Person", .object([:])), "crew": .object(typeName: "Person", .object([:])),
    ]
}
