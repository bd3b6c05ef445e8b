/// Random schemas in their definition language, valid by construction but for what defaults are added later.
struct SchemaGenerator {
    var dice: Dice
    private(set) var scalars: [String] = []
    private(set) var enums: [String] = []
    private(set) var inputs: [String] = []
    private(set) var interfaces: [String] = []
    private(set) var objects: [String] = []
    private(set) var unions: [String] = []
    var containers: [String: FieldContainerText] = [:]
    /// Fields of interfaces have names of their own, so that implementing several never clashes.
    var interfaceFieldCount = 0

    struct FieldContainerText {
        /// With all that they implement.
        var interfaces: [String] = []
        var fields: [FieldText] = []
    }

    struct FieldText {
        let name: String
        var arguments: [(name: String, type: TypeText)]
        var type: TypeText
        /// Whether an interface asks for it; what an interface does not deprecate, no implementation may.
        var isInherited = false
    }

    init(seed: UInt64) {
        dice = Dice(seed: seed)
    }

    mutating func sdl() -> String {
        scalars = names("Scalar", 1...2)
        enums = names("Enum", 1...3)
        inputs = names("Input", 1...4)
        interfaces = names("Interface", 0...4)
        objects = names("Object", 2...6)
        unions = names("Union", 0...2)
        let roots = ["Query"] + (dice.percent(60) ? ["Mutation"] : []) + (dice.percent(40) ? ["Subscription"] : [])
        let prefix = dice.percent(30) ? "My" : ""

        var definitions: [String] = []
        if !prefix.isEmpty || dice.percent(15) {
            let fields = roots.map { "\($0.lowercased()): \(prefix)\($0)" }.joined(separator: " ")
            definitions.append("\(description())schema { \(fields) }")
        }
        for name in interfaces { containers[name] = container(for: name) }
        for name in objects + roots.map({ prefix + $0 }) { containers[name] = container(for: name) }
        definitions += interfaces.flatMap { text(of: $0, keyword: "interface") }
        definitions += (objects + roots.map { prefix + $0 }).flatMap { text(of: $0, keyword: "type") }
        definitions += unions.map { union($0) }
        definitions += scalars.map { scalar($0) }
        definitions += enums.flatMap { enumeration($0) }
        definitions += inputs.indices.map { input(at: $0) }
        definitions += (0..<dice.number(0...3)).map { directive("directive\($0)") }
        return dice.shuffled(definitions).joined(separator: "\n")
    }

    private mutating func names(_ kind: String, _ count: ClosedRange<Int>) -> [String] {
        (0..<dice.number(count)).map { "\(kind)\($0)" }
    }

    /// Builtin scalars are met as often as all else together.
    private mutating func leafName() -> String {
        dice.percent(60) ? dice.pick(["Int", "Float", "String", "Boolean", "ID"]) : dice.pick(scalars + enums)
    }

    mutating func outputName() -> String {
        dice.percent(50) ? leafName() : dice.pick(objects + objects + interfaces + unions)
    }

    mutating func inputName() -> String { dice.percent(65) ? leafName() : dice.pick(inputs) }

    mutating func arguments() -> [(name: String, type: TypeText)] {
        guard dice.percent(45) else { return [] }
        return (0..<dice.number(1...3)).map { index in
            ("arg\(index)", .random(inputName(), &dice, lists: 25, nonNull: 30))
        }
    }

    // MARK: The other kinds of type

    private mutating func union(_ name: String) -> String {
        let members = dice.subset(objects, percent: 50)
        let listed = members.isEmpty ? [objects[0]] : members
        return "\(description())union \(name) = \(listed.joined(separator: " | "))"
    }

    private mutating func scalar(_ name: String) -> String {
        let url = dice.percent(30) ? " @specifiedBy(url: \"https://example.com/\(name)\")" : ""
        return "\(description())scalar \(name)\(url)"
    }

    private mutating func enumeration(_ name: String) -> [String] {
        let values = (0..<dice.number(1...4)).map { "\(description())\(name.uppercased())_\($0)\(deprecation())" }
        let more = dice.percent(20) ? ["extend enum \(name) { \(name.uppercased())_MORE }"] : []
        return ["\(description())enum \(name) { \(values.joined(separator: "\n")) }"] + more
    }

    /// Values must be finite: a field that needs one refers to earlier input objects only.
    private mutating func input(at index: Int) -> String {
        let name = inputs[index]
        let isOneOf = dice.percent(25)
        let fields = (0..<dice.number(1...4)).map { number -> String in
            var type = TypeText.random(number == 0 ? leafName() : inputName(), &dice, lists: 25, nonNull: 30)
            if let other = inputs.firstIndex(of: type.name), other >= index || isOneOf {
                type = dice.percent(50) ? .list(type) : .named(type.name)
            }
            if isOneOf, case .nonNull(let nullable) = type { type = nullable }
            let deprecated = type.isNonNull ? "" : deprecation()
            return "\(description())f\(number): \(type.text)\(deprecated)"
        }
        return "\(description())input \(name)\(isOneOf ? " @oneOf" : "") { \(fields.joined(separator: "\n")) }"
    }

    private mutating func directive(_ name: String) -> String {
        let arguments = arguments().map { "\($0.name): \($0.type.text)" }.joined(separator: ", ")
        let locations = dice.subset(
            [
                "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD",
                "INLINE_FRAGMENT", "VARIABLE_DEFINITION", "OBJECT", "FIELD_DEFINITION", "ENUM",
            ],
            percent: 60
        )
        let listed = locations.isEmpty ? ["FIELD"] : locations
        return description() + "directive @\(name)\(arguments.isEmpty ? "" : "(\(arguments))")"
            + (dice.percent(50) ? " repeatable" : "") + " on \(listed.joined(separator: " | "))"
    }

    // MARK: Parts

    mutating func description() -> String {
        guard dice.percent(12) else { return "" }
        return dice.pick([
            "\"A sentence.\"\n", "\"\"\"\nTwo\n  lines \\\"\"\" and more\n\"\"\"\n", "\"\"\"  one line\"\"\"\n",
            "\"é 😀 \\u00E9 \\\\ \\\"\"\n", "\"\"\n", "\"\\u{1F600}\\n\\ttab\"\n",
        ])
    }

    mutating func deprecation() -> String {
        guard dice.percent(10) else { return "" }
        return dice.pick([" @deprecated", " @deprecated(reason: \"Old.\")", " @deprecated(reason: \"\"\"Block\"\"\")"])
    }
}
