extension SchemaGenerator {
    /// The fields of an object or interface type: those that its interfaces ask for, narrowed, and its own.
    mutating func container(for name: String) -> FieldContainerText {
        let isInterface = interfaces.contains(name)
        let candidates = isInterface ? Array(interfaces.prefix { $0 != name }) : interfaces
        var container = FieldContainerText()
        for interface in dice.subset(candidates, percent: 40) {
            for name in (containers[interface]?.interfaces ?? []) + [interface]
            where !container.interfaces.contains(name) {
                container.interfaces.append(name)
            }
        }
        // The most special version of a field comes from the interface that implements the others.
        for interface in container.interfaces.reversed() {
            for field in containers[interface]?.fields ?? []
            where !container.fields.contains(where: { $0.name == field.name }) {
                container.fields.append(implemented(field, by: name, container.interfaces))
            }
        }
        for _ in 0..<dice.number(1...4) {
            let field = ownField(isInterface: isInterface)
            guard !container.fields.contains(where: { $0.name == field.name }) else { continue }
            container.fields.append(field)
        }
        return container
    }

    /// Objects share a few names, so that fields of one name meet.
    private mutating func ownField(isInterface: Bool) -> FieldText {
        var name = "field\(dice.number(0...5))"
        if isInterface {
            name = "shared\(interfaceFieldCount)"
            interfaceFieldCount += 1
        }
        return FieldText(name: name, arguments: arguments(), type: .random(outputName(), &dice))
    }

    /// - Parameter name: the type that implements, which stands for any of its interfaces.
    private mutating func implemented(_ field: FieldText, by name: String, _ interfaces: [String]) -> FieldText {
        var field = field
        field.isInherited = true
        let isSpecial = dice.percent(50)
        field.type = field.type.narrowed(&dice) { isSpecial && interfaces.contains($0) ? name : $0 }
        if dice.percent(15), !field.arguments.contains(where: { $0.name == "extra" }) {
            field.arguments.append(("extra", .named(inputName())))
        }
        return field
    }

    /// The definition, and an extension that holds its last field now and then.
    mutating func text(of name: String, keyword: String) -> [String] {
        guard let container = containers[name] else { return [] }
        var fields = container.fields.map { text(of: $0) }
        let implements =
            container.interfaces.isEmpty ? "" : " implements " + container.interfaces.joined(separator: " & ")
        var definitions: [String] = []
        if fields.count > 1, dice.percent(15) {
            definitions.append("extend \(keyword) \(name) { \(fields.removeLast()) }")
        }
        definitions.append(
            "\(description())\(keyword) \(name)\(implements) {\n\(fields.joined(separator: "\n"))\n}"
        )
        return definitions
    }

    private mutating func text(of field: FieldText) -> String {
        let arguments = field.arguments.map { argument in
            let deprecated = argument.type.isNonNull ? "" : deprecation()
            return "\(description())\(argument.name): \(argument.type.text)\(deprecated)"
        }
        let listed = arguments.isEmpty ? "" : "(\(arguments.joined(separator: "\n")))"
        return "\(description())\(field.name)\(listed): \(field.type.text)\(field.isInherited ? "" : deprecation())"
    }
}
