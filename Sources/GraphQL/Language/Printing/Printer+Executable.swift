extension Printer {
    mutating func print(_ document: AST.Document) {
        var previous: AST.Definition?
        for definition in document.definitions {
            if previous != nil { write("\n\n") }
            if case .operation(var operation) = definition, previous?.takesBraces == true {
                operation.isShorthand = false
                print(operation)
            } else {
                print(definition)
            }
            previous = definition
        }
    }

    mutating func print(_ definition: AST.Definition) {
        switch definition {
        case .operation(let operation): print(operation)
        case .fragment(let fragment): print(fragment)
        case .typeSystem(let definition): print(definition)
        }
    }

    mutating func print(_ operation: AST.OperationDefinition) {
        guard !operation.isWrittenShort else { return print(operation.selectionSet) }
        print(description: operation.description)
        write(operation.operation.rawValue)
        if let name = operation.name { write(" \(name.value)") }
        if !operation.variables.isEmpty {
            if operation.name == nil { write(" ") }
            print(variables: operation.variables)
        }
        print(directives: operation.directives)
        write(" ")
        print(operation.selectionSet)
    }

    private mutating func print(variables: [AST.VariableDefinition]) {
        if variables.contains(where: { $0.description != nil }) {
            block(variables, open: "(", close: ")") { $0.print($1) }
        } else {
            write("(")
            list(variables) { $0.print($1) }
            write(")")
        }
    }

    mutating func print(_ variable: AST.VariableDefinition) {
        print(description: variable.description)
        write("$\(variable.name.value): ")
        print(variable.type)
        print(defaultValue: variable.defaultValue)
        print(directives: variable.directives)
    }

    mutating func print(_ fragment: AST.FragmentDefinition) {
        print(description: fragment.description)
        write("fragment \(fragment.name.value) on \(fragment.typeCondition.value)")
        print(directives: fragment.directives)
        write(" ")
        print(fragment.selectionSet)
    }

    mutating func print(_ selectionSet: AST.SelectionSet) {
        block(selectionSet.selections) { $0.print($1) }
    }

    mutating func print(_ selection: AST.Selection) {
        switch selection {
        case .field(let field): print(field)
        case .fragmentSpread(let spread): print(spread)
        case .inlineFragment(let fragment): print(fragment)
        }
    }

    mutating func print(_ field: AST.Field) {
        if let alias = field.alias { write("\(alias.value): ") }
        print(field.name)
        print(arguments: field.arguments)
        print(directives: field.directives)
        guard let selectionSet = field.selectionSet else { return }
        write(" ")
        print(selectionSet)
    }

    mutating func print(_ spread: AST.FragmentSpread) {
        write("...\(spread.name.value)")
        print(directives: spread.directives)
    }

    mutating func print(_ fragment: AST.InlineFragment) {
        write("...")
        if let typeCondition = fragment.typeCondition { write(" on \(typeCondition.value)") }
        print(directives: fragment.directives)
        write(" ")
        print(fragment.selectionSet)
    }
}

extension AST.OperationDefinition {
    /// Whether the short form can say all that this node holds.
    fileprivate var isWrittenShort: Bool {
        isShorthand && operation == .query && description == nil && name == nil && variables.isEmpty
            && directives.isEmpty
    }
}

extension AST.Definition {
    /// Whether a brace that follows this definition would belong to it: the grammar's `[lookahead != {]`.
    fileprivate var takesBraces: Bool {
        guard case .typeSystem(let definition) = self else { return false }
        switch definition {
        case .schema(let schema): return schema.operationTypes.isEmpty
        case .directive: return false
        case .type(let type):
            switch type.kind {
            case .object(_, let fields), .interface(_, let fields): return fields.isEmpty
            case .enum(let values): return values.isEmpty
            case .inputObject(let fields): return fields.isEmpty
            case .scalar, .union: return false
            }
        }
    }
}
