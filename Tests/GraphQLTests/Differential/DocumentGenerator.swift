import GraphQL
import OrderedCollections

/// Random executable documents for a schema, mostly valid: only fields of one response name may fail to merge.
struct DocumentGenerator {
    var literals: LiteralGenerator
    var fragments: [FragmentText] = []
    /// Fragments spread since this was last emptied.
    var spread: Set<Int> = []
    /// Selections that may still be written.
    var room = 0
    var aliasCount = 0

    struct FragmentText {
        let type: NamedType
        var text = ""
        var variables: OrderedSet<String> = []
        var spread: Set<Int> = []
    }

    var schema: Schema { literals.schema }
    var dice: Dice {
        get { literals.dice }
        set { literals.dice = newValue }
    }

    init(schema: Schema, seed: UInt64) {
        literals = LiteralGenerator(schema: schema, dice: Dice(seed: seed), variables: VariablePool())
    }

    /// A document and the names of its operations.
    mutating func document() -> (text: String, operations: [String]) {
        let composite = schema.types.filter { $0.isComposite && !$0.name.hasPrefix("__") }
        fragments = (0..<dice.number(0...3)).compactMap { _ in dice.any(composite).map { FragmentText(type: $0) } }
        // A fragment spreads later ones only, so there are no cycles.
        for index in fragments.indices.reversed() {
            room = 8
            let directives = directives(at: .fragmentDefinition)
            let body = selectionSet(on: fragments[index].type, depth: 1, after: index)
            fragments[index].text = "fragment F\(index) on \(fragments[index].type.name)\(directives) \(body)"
            (fragments[index].variables, fragments[index].spread) = taken()
        }

        let count = dice.percent(75) ? 1 : dice.number(2...3)
        let isAnonymous = count == 1 && dice.percent(50)
        var definitions: [String] = []
        var reached: Set<Int> = []
        for number in 0..<count {
            let (text, fragments) = operation(isAnonymous ? nil : "Op\(number)")
            definitions.append(text)
            reached.formUnion(fragments)
        }
        for (index, fragment) in fragments.enumerated() where reached.contains(index) {
            definitions.append(fragment.text)
        }
        let names = isAnonymous ? [] : (0..<count).map { "Op\($0)" }
        return (dice.shuffled(definitions).joined(separator: "\n"), names)
    }

    private mutating func operation(_ name: String?) -> (text: String, fragments: Set<Int>) {
        let kinds = AST.OperationType.allCases.filter { schema.root($0) != nil }
        let kind = dice.percent(60) ? .query : dice.pick(kinds)
        guard let root = schema.root(kind) else { return ("", []) }
        room = kind == .subscription ? 1 : 25
        let body = selectionSet(on: root, depth: 0, after: -1)
        let directives = directives(at: DirectiveLocation(kind))
        let (own, spread) = taken()

        var reached: Set<Int> = []
        var open = Array(spread)
        while let index = open.popLast() {
            if reached.insert(index).inserted { open += fragments[index].spread }
        }
        let used = reached.sorted().reduce(own) { $0.union(fragments[$1].variables) }
        let declared = (literals.variables?.all ?? []).filter { used.contains($0.name) }.map { variable in
            let value = variable.defaultLiteral.map { " = \($0)" } ?? ""
            return "$\(variable.name): \(variable.type)\(value)"
        }
        let head = declared.isEmpty ? "" : "(\(dice.shuffled(declared).joined(separator: ", ")))"
        if name == nil, kind == .query, head.isEmpty, directives.isEmpty, dice.percent(70) { return (body, reached) }
        return ("\(kind.rawValue)\(name.map { " \($0)" } ?? "")\(head)\(directives) \(body)", reached)
    }

    /// What was used since the last time.
    private mutating func taken() -> (variables: OrderedSet<String>, spread: Set<Int>) {
        defer {
            literals.variables?.used = []
            spread = []
        }
        return (literals.variables?.used ?? [], spread)
    }

    // MARK: Directives and arguments

    mutating func directives(at location: DirectiveLocation) -> String {
        var text = ""
        if [.field, .inlineFragment, .fragmentSpread].contains(location), dice.percent(12) {
            text += " @\(dice.pick(["skip", "include"]))(if: \(literals.literal(of: booleanType)))"
        }
        guard dice.percent(8) else { return text }
        let candidates = schema.directives.values.filter {
            $0.locations.contains(location) && $0.name != "skip" && $0.name != "include"
        }
        guard let directive = dice.any(candidates) else { return text }
        return text + " @\(directive.name)\(arguments(directive.arguments))"
    }

    /// Always there: `@skip` takes it.
    private var booleanType: TypeReference {
        schema.directives["skip"]?.arguments["if"]?.type ?? .named(schema.query)
    }

    mutating func arguments(_ definitions: OrderedDictionary<String, Schema.InputValue>) -> String {
        var given: [String] = []
        for definition in definitions.values where definition.isRequired || dice.percent(60) {
            let hasDefault = definition.defaultValue != nil
            given.append("\(definition.name): \(literals.literal(of: definition.type, hasDefault: hasDefault))")
        }
        return given.isEmpty ? "" : "(\(dice.shuffled(given).joined(separator: ", ")))"
    }
}

extension DirectiveLocation {
    fileprivate init(_ operation: AST.OperationType) {
        self =
            switch operation {
            case .query: .query
            case .mutation: .mutation
            case .subscription: .subscription
            }
    }
}
