import GraphQL

extension NodeGenerator {
    mutating func value(isConst: Bool) -> AST.Value {
        let place = Self.nowhere
        switch pick(Array(0..<10)) {
        case 0 where !isConst: return .variable(name: word(), place)
        case 0, 1: return .int(pick(["0", "-0", "1", "-42", "12345678901234567890"]), place)
        case 2: return .float(pick(["0.0", "-1.5", "1e5", "1E+5", "0.1e-10"]), place)
        case 3, 4:
            let (text, isBlock) = string()
            return .string(text, isBlock: isBlock, place)
        case 5: return .boolean(chance(1, in: 2), place)
        case 6: return .null(place)
        case 7: return deeper { .list($0.some(0...3) { $0.value(isConst: isConst) }, place) } ?? .null(place)
        case 8:
            let object = deeper { generator in
                generator.some(0...3) { AST.ObjectField(name: $0.name(), value: $0.value(isConst: isConst)) }
            }
            return .object(object ?? [], place)
        default: return .enum(name(except: ["true", "false", "null"]).value, place)
        }
    }

    mutating func type() -> AST.TypeReference {
        let type = deeper { generator -> AST.TypeReference? in
            generator.chance(1, in: 3) ? .list(generator.type(), Self.nowhere) : nil
        }
        let nullable = (type ?? nil) ?? .named(name())
        return chance(1, in: 3) ? .nonNull(nullable) : nullable
    }

    mutating func arguments(isConst: Bool) -> [AST.Argument] {
        some(0...2) { AST.Argument(name: $0.name(), value: $0.value(isConst: isConst)) }
    }

    mutating func directives(isConst: Bool, atLeast least: Int = 0) -> [AST.Directive] {
        some(least...max(least, pick([0, 0, 2]))) {
            AST.Directive(name: $0.name(), arguments: $0.arguments(isConst: isConst), at: Self.nowhere)
        }
    }
}
