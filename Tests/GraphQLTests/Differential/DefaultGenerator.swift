import GraphQL
import OrderedCollections

/// Adds default values to the arguments and input fields of a schema that has none.
struct DefaultGenerator {
    private var literals: LiteralGenerator

    /// - Parameter sdl: accepted, and without default values.
    static func addDefaults(to sdl: String, seed: UInt64) throws -> String {
        let schema = try Schema(sdl: sdl)
        var generator = DefaultGenerator(
            literals: LiteralGenerator(schema: schema, dice: Dice(seed: seed), variables: nil)
        )
        var document = try AST.Document(parsing: sdl)
        document.definitions = try document.definitions.map { try generator.definition($0) }
        return document.printed
    }

    private mutating func definition(_ definition: AST.Definition) throws -> AST.Definition {
        switch definition {
        case .typeSystem(.type(var type)):
            switch type.kind {
            case .object(let interfaces, let all): type.kind = .object(interfaces: interfaces, fields: try fields(all))
            case .interface(let interfaces, let all):
                type.kind = .interface(interfaces: interfaces, fields: try fields(all))
            case .inputObject(let all) where !type.directives.contains { $0.name.value == "oneOf" }:
                // Without input objects among the defaults of input objects there can be no cycle.
                type.kind = .inputObject(fields: try all.map { try value($0, onlyLeaves: true) })
            default: break
            }
            return .typeSystem(.type(type))
        case .typeSystem(.directive(var directive)):
            directive.arguments = try directive.arguments.map { try value($0) }
            return .typeSystem(.directive(directive))
        default: return definition
        }
    }

    private mutating func fields(_ fields: [AST.FieldDefinition]) throws -> [AST.FieldDefinition] {
        try fields.map { field in
            var field = field
            field.arguments = try field.arguments.map { try value($0) }
            return field
        }
    }

    private mutating func value(
        _ definition: AST.InputValueDefinition,
        onlyLeaves: Bool = false
    ) throws -> AST.InputValueDefinition {
        guard literals.dice.percent(35), let type = literals.schema.resolve(definition.type),
            !onlyLeaves || literals.schema[type.namedType].isLeaf
        else { return definition }
        var definition = definition
        definition.defaultValue = try AST.Value(parsing: literals.literal(of: type), isConst: true)
        return definition
    }
}
