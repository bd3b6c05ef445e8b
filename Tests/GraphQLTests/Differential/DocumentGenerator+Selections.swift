import GraphQL
import OrderedCollections

extension DocumentGenerator {
    private static let deepest = 4

    /// - Parameter index: of the fragment in whose body this is, as only later ones may be spread; -1 in operations.
    mutating func selectionSet(on type: NamedType, depth: Int, after index: Int) -> String {
        var selections: [String] = []
        // Fields that may be selected once more with other subfields.
        var repeatable: [(head: String, type: NamedType)] = []
        // A subscription selects a single field.
        for _ in 0..<(room == 1 ? 1 : dice.number(1...4)) where room > 0 {
            room -= 1
            switch dice.number(0...99) {
            case 0..<10: selections.append(spread(on: type, after: index) ?? "__typename")
            case 10..<22: selections.append(inlineFragment(on: type, depth: depth, after: index))
            case 22..<30 where !repeatable.isEmpty:
                let (head, type) = dice.pick(repeatable)
                selections.append("\(head) \(selectionSet(on: type, depth: depth + 1, after: index))")
            case 30..<33 where type.id == schema.query: selections.append(introspection())
            default:
                guard let (head, child) = field(of: type, depth: depth) else {
                    selections.append("__typename")
                    continue
                }
                let directives = directives(at: .field)
                if let child {
                    repeatable.append((head, child))
                    selections.append(
                        "\(head)\(directives) \(selectionSet(on: child, depth: depth + 1, after: index))"
                    )
                } else {
                    selections.append(head + directives)
                }
            }
        }
        return "{ \(selections.isEmpty ? "__typename" : selections.joined(separator: " ")) }"
    }

    /// Alias, name and arguments, and the type below where there is one; nil where no field can end the descent.
    private mutating func field(of type: NamedType, depth: Int) -> (head: String, child: NamedType?)? {
        let candidates = type.fields.values.filter {
            depth < Self.deepest && room > 0 || schema[$0.type.namedType].isLeaf
        }
        guard let field = dice.any(candidates) else { return nil }
        let named = schema[field.type.namedType]
        var alias = ""
        // With arguments, equal response names seldom merge.
        if dice.percent(field.arguments.isEmpty ? 30 : 85) {
            aliasCount += 1
            alias = dice.percent(90) ? "k\(aliasCount): " : "k\(dice.number(0...aliasCount)): "
        }
        return (alias + field.name + arguments(field.arguments), named.isComposite ? named : nil)
    }

    private mutating func spread(on type: NamedType, after index: Int) -> String? {
        let possible = Set(schema.possibleTypes(of: type.id))
        let candidates = fragments.indices.filter {
            $0 > index && !possible.isDisjoint(with: schema.possibleTypes(of: fragments[$0].type.id))
        }
        guard let fragment = dice.any(candidates) else { return nil }
        spread.insert(fragment)
        return "...F\(fragment)\(directives(at: .fragmentSpread))"
    }

    private mutating func inlineFragment(on type: NamedType, depth: Int, after index: Int) -> String {
        let possible = Set(schema.possibleTypes(of: type.id))
        let candidates = schema.types.filter {
            $0.isComposite && !possible.isDisjoint(with: schema.possibleTypes(of: $0.id))
        }
        let directives = directives(at: .inlineFragment)
        guard dice.percent(80), let condition = dice.any(candidates) else {
            return "...\(directives) \(selectionSet(on: type, depth: depth + 1, after: index))"
        }
        return "... on \(condition.name)\(directives) "
            + selectionSet(on: condition, depth: depth + 1, after: index)
    }

    /// Of one type, so that the order of types does not matter.
    private mutating func introspection() -> String {
        aliasCount += 1
        let name = dice.any(schema.types)?.name ?? "Int"
        let type = "kind name ofType { kind name ofType { kind name ofType { kind name } } }"
        return """
            k\(aliasCount): __type(name: "\(dice.percent(90) ? name : "Nowhere")") {
            \(type) isOneOf specifiedByURL interfaces { name }
            fields(includeDeprecated: \(dice.percent(50))) { name isDeprecated args { name defaultValue } type { \(type) } }
            enumValues { name deprecationReason } inputFields { name defaultValue type { \(type) } }
            }
            """
    }
}
