import GraphQL

extension NodeGenerator {
    /// A shorthand query comes first if at all: after `type T` its brace would belong to the type.
    mutating func document() -> AST.Document {
        let shorthand = maybe { generator in
            AST.Definition.operation(
                AST.OperationDefinition(
                    operation: .query,
                    selectionSet: generator.selectionSet(),
                    isShorthand: true,
                    at: Self.nowhere
                )
            )
        }
        return AST.Document(definitions: [shorthand].compactMap(\.self) + some(1...6) { $0.definition() })
    }

    private mutating func definition() -> AST.Definition {
        switch pick(Array(0..<6)) {
        case 0: .operation(operation())
        case 1: .fragment(fragment())
        case 2: .typeSystem(.schema(schema()))
        case 3: .typeSystem(.directive(directiveDefinition()))
        default: .typeSystem(.type(typeDefinition()))
        }
    }

    private mutating func operation() -> AST.OperationDefinition {
        AST.OperationDefinition(
            description: description(),
            operation: pick(AST.OperationType.allCases),
            name: maybe { $0.name() },
            variables: some(0...3) { generator in
                AST.VariableDefinition(
                    description: generator.description(),
                    name: generator.name(),
                    type: generator.type(),
                    defaultValue: generator.maybe { $0.value(isConst: true) },
                    directives: generator.directives(isConst: true),
                    at: Self.nowhere
                )
            },
            directives: directives(isConst: false),
            selectionSet: selectionSet(),
            at: Self.nowhere
        )
    }

    private mutating func fragment() -> AST.FragmentDefinition {
        AST.FragmentDefinition(
            description: description(),
            name: name(except: ["on"]),
            typeCondition: name(),
            directives: directives(isConst: false),
            selectionSet: selectionSet(),
            at: Self.nowhere
        )
    }

    private mutating func selectionSet() -> AST.SelectionSet {
        AST.SelectionSet(some(1...3) { $0.selection() }, at: Self.nowhere)
    }

    private mutating func selection() -> AST.Selection {
        switch pick(Array(0..<5)) {
        case 0:
            return .fragmentSpread(
                AST.FragmentSpread(name: name(except: ["on"]), directives: directives(isConst: false), at: Self.nowhere)
            )
        case 1:
            let fragment = deeper { generator in
                AST.InlineFragment(
                    typeCondition: generator.maybe { $0.name() },
                    directives: generator.directives(isConst: false),
                    selectionSet: generator.selectionSet(),
                    at: Self.nowhere
                )
            }
            if let fragment { return .inlineFragment(fragment) }
        default: break
        }
        return .field(
            AST.Field(
                alias: maybe { $0.name() },
                name: name(),
                arguments: arguments(isConst: false),
                directives: directives(isConst: false),
                selectionSet: chance(1, in: 3) ? deeper { $0.selectionSet() } : nil
            )
        )
    }

    private mutating func schema() -> AST.SchemaDefinition {
        let isExtension = chance(1, in: 2)
        let operationTypes = some((isExtension ? 0 : 1)...3) { generator in
            AST.RootOperationTypeDefinition(
                operation: generator.pick(AST.OperationType.allCases),
                type: generator.name(),
                at: Self.nowhere
            )
        }
        return AST.SchemaDefinition(
            description: isExtension ? nil : description(),
            isExtension: isExtension,
            directives: directives(isConst: true, atLeast: operationTypes.isEmpty ? 1 : 0),
            operationTypes: operationTypes,
            at: Self.nowhere
        )
    }

    private mutating func typeDefinition() -> AST.TypeDefinition {
        let isExtension = chance(1, in: 2)
        return AST.TypeDefinition(
            description: isExtension ? nil : description(),
            isExtension: isExtension,
            name: name(),
            directives: directives(isConst: true, atLeast: isExtension ? 1 : 0),
            kind: typeKind(),
            at: Self.nowhere
        )
    }

    private mutating func typeKind() -> AST.TypeDefinition.Kind {
        switch pick(Array(0..<6)) {
        case 0: .scalar
        case 1: .object(interfaces: some(0...3) { $0.name() }, fields: some(0...3) { $0.field() })
        case 2: .interface(interfaces: some(0...3) { $0.name() }, fields: some(0...3) { $0.field() })
        case 3: .union(members: some(0...3) { $0.name() })
        case 4:
            .enum(
                values: some(0...3) { generator in
                    AST.EnumValueDefinition(
                        description: generator.description(),
                        name: generator.name(except: ["true", "false", "null"]),
                        directives: generator.directives(isConst: true)
                    )
                }
            )
        default: .inputObject(fields: some(0...3) { $0.inputValue() })
        }
    }

    private mutating func field() -> AST.FieldDefinition {
        AST.FieldDefinition(
            description: description(),
            name: name(),
            arguments: some(0...2) { $0.inputValue() },
            type: type(),
            directives: directives(isConst: true)
        )
    }

    private mutating func inputValue() -> AST.InputValueDefinition {
        AST.InputValueDefinition(
            description: description(),
            name: name(),
            type: type(),
            defaultValue: maybe { $0.value(isConst: true) },
            directives: directives(isConst: true)
        )
    }

    private mutating func directiveDefinition() -> AST.DirectiveDefinition {
        AST.DirectiveDefinition(
            description: description(),
            name: name(),
            arguments: some(0...2) { $0.inputValue() },
            isRepeatable: chance(1, in: 2),
            locations: some(1...3) { generator in
                AST.Name(generator.pick(DirectiveLocation.allCases).rawValue, at: Self.nowhere)
            },
            at: Self.nowhere
        )
    }
}
