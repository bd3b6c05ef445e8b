import GraphQL
import JSON
import OrderedCollections

/// A random schema with random documents, put to both engines.
struct Question {
    let seed: UInt64
    let sdl: String
    /// The schema with something changed in each, to be accepted or refused.
    private(set) var variations: [String] = []
    private(set) var documents: [DocumentCase] = []
    private let schema: Result<Schema, any Error>

    static let documentsEach = 16
    static let variationsEach: UInt64 = 8

    init(seed: UInt64) {
        self.seed = seed
        var dice = Dice(seed: seed &* 31 &+ 7)
        var generator = SchemaGenerator(seed: seed)
        let plain = generator.sdl()
        var sdl = (try? DefaultGenerator.addDefaults(to: plain, seed: seed)) ?? plain
        variations = (0..<Self.variationsEach).map { number in
            let seed = seed &* 1_000 &+ number
            return dice.percent(90)
                ? Tampering.tampered(sdl, with: .typeSystem, seed: seed)
                : Tampering.garbled(sdl, seed: seed)
        }
        // Now and then what was changed and is accepted all the same has documents put to it.
        if let varied = variations.first(where: { (try? Schema(sdl: $0)) != nil }), dice.percent(30) { sdl = varied }
        self.sdl = sdl
        schema = Result { try Schema(sdl: sdl) }
        guard let schema = try? schema.get() else { return }
        for number in 0..<UInt64(Self.documentsEach) {
            documents.append(Self.document(for: schema, seed: seed &* 1_000 &+ number))
        }
    }

    /// A question that is written down.
    init(_ json: JSONValue) throws {
        seed = 0
        let sdl = json["sdl"]?.stringValue ?? "type Query { a: Int }"
        self.sdl = sdl
        schema = Result { try Schema(sdl: sdl) }
        documents = (json["documents"]?.arrayValue ?? [json]).compactMap { document in
            document["query"]?.stringValue.map {
                DocumentCase(query: $0, variables: document["variables"] ?? .object([:]))
            }
        }
    }

    private static func document(for schema: Schema, seed: UInt64) -> DocumentCase {
        var dice = Dice(seed: ~seed)
        var generator = DocumentGenerator(schema: schema, seed: seed)
        var (text, operations) = generator.document()
        if dice.percent(8) {
            text = Tampering.garbled(text, seed: seed)
        } else if dice.percent(45) {
            text = Tampering.tampered(text, with: Tampering.Vocabulary(of: schema), seed: seed)
        }
        var document = DocumentCase(query: text)
        if operations.count > 1 || dice.percent(20) { document.operationName = dice.any(operations) }
        if dice.percent(3) { document.operationName = dice.percent(50) ? nil : "Op9" }

        if let definitions = try? AST.Document(parsing: text).definitions {
            let operation = definitions.lazy.compactMap { definition in
                if case .operation(let operation) = definition { operation } else { nil }
            }.first { document.operationName == nil || $0.name?.value == document.operationName }
            if let operation {
                var variables = VariableGenerator(schema: schema, seed: seed)
                document.variables = variables.variables(for: operation)
            }
        }
        return document
    }

    /// What the engines do not agree on.
    func disagreements(with peer: Peer, _ tally: inout Tally) async throws -> [Disagreement] {
        let answer = try peer.answer(asked)
        let ours = View(schema)
        let theirs = View(refusal: answer["schema"] ?? nil)
        tally.count(schema: ours)
        var found: [Disagreement] = []
        for (sdl, answer) in zip(variations, answer["variations"]?.arrayValue ?? []) {
            let ours = View(Result { try Schema(sdl: sdl) })
            let theirs = View(refusal: answer)
            tally.count(schema: ours)
            if ours.kind != theirs.kind { found.append(disagreement(on: .schema, ours, theirs, sdl: sdl)) }
        }
        guard ours.kind == theirs.kind else { return found + [disagreement(on: .schema, ours, theirs)] }
        guard let schema = try? schema.get() else { return found }

        let resolving = schema.resolving(Derivation.resolver(for: schema))
        if answer["readsAlike"] != true {
            found.append(disagreement(on: .printing, View(kind: "printed", messages: [schema.sdl]), "read otherwise"))
        }
        let introspection = try await IntrospectionAnswer(of: resolving)
        found += introspection.differences(from: IntrospectionAnswer(answer["introspection"] ?? nil)).map {
            difference in
            disagreement(
                on: .introspection,
                View(kind: difference.place, messages: [difference.ours]),
                View(kind: difference.place, messages: [difference.theirs])
            )
        }
        for (document, answer) in zip(documents, answer["documents"]?.arrayValue ?? []) {
            let ours = await Verdict(of: document, on: resolving)
            let theirs = Verdict(answer)
            tally.count(ours.outcome)
            if ours.outcome != theirs.outcome {
                found.append(disagreement(on: .document, View(ours), View(theirs), document, answer))
            } else if answer["readsAlike"] == false {
                found.append(disagreement(on: .printing, "printed", "read otherwise", document))
            } else if !ours.isAmbiguous {
                let ourOwn = ours.messages(notIn: theirs)
                let theirOwn = theirs.messages(notIn: ours)
                guard !ourOwn.isEmpty || !theirOwn.isEmpty else { continue }
                let views = (View(kind: "faults", messages: ourOwn), View(kind: "faults", messages: theirOwn))
                found.append(disagreement(on: .places, views.0, views.1, document))
            }
        }
        return found
    }

    private func disagreement(
        on subject: Disagreement.Subject,
        _ ours: View,
        _ theirs: View,
        _ document: DocumentCase? = nil,
        _ answer: JSONValue? = nil,
        sdl: String? = nil
    ) -> Disagreement {
        var context = ["seed \(seed)"]
        if let document {
            let operation = document.operationName ?? "none"
            context += ["operation \(operation), variables \(document.variables)", document.query, "---"]
        }
        if let answer { context += ["\(answer)", "---"] }
        return Disagreement(
            subject: subject,
            ours: ours,
            theirs: theirs,
            context: (context + [sdl ?? self.sdl]).joined(separator: "\n")
        )
    }

    private var asked: JSONValue {
        var asked: OrderedDictionary<String, JSONValue> = [
            "sdl": .string(sdl), "introspection": .string(IntrospectionAnswer.query),
        ]
        asked["variations"] = .array(variations.map(JSONValue.string))
        asked["documents"] = .array(documents.map(\.question))
        if let schema = try? schema.get() { asked["printed"] = .string(schema.sdl) }
        return .object(asked)
    }
}
