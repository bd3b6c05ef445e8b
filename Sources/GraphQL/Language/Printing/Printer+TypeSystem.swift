extension Printer {
    mutating func print(_ definition: AST.TypeSystemDefinition) {
        switch definition {
        case .schema(let schema): print(schema)
        case .type(let type): print(type)
        case .directive(let directive): print(directive)
        }
    }

    mutating func print(_ schema: AST.SchemaDefinition) {
        print(description: schema.description)
        write(schema.isExtension ? "extend schema" : "schema")
        print(directives: schema.directives)
        members(schema.operationTypes) { $0.write("\($1.operation.rawValue): \($1.type.value)") }
    }

    mutating func print(_ type: AST.TypeDefinition) {
        print(description: type.description)
        write("\(type.isExtension ? "extend " : "")\(type.kind.keyword) \(type.name.value)")
        if !type.kind.interfaces.isEmpty {
            write(" implements ")
            list(type.kind.interfaces, separator: " & ") { $0.print($1) }
        }
        print(directives: type.directives)
        switch type.kind {
        case .scalar: break
        case .object(_, let fields), .interface(_, let fields): members(fields) { $0.print($1) }
        case .union(let names):
            guard !names.isEmpty else { break }
            write(" = ")
            list(names, separator: " | ") { $0.print($1) }
        case .enum(let values): members(values) { $0.print($1) }
        case .inputObject(let fields): members(fields) { $0.print($1) }
        }
    }

    mutating func print(_ field: AST.FieldDefinition) {
        print(description: field.description)
        print(field.name)
        print(argumentsDefinition: field.arguments)
        write(": ")
        print(field.type)
        print(directives: field.directives)
    }

    mutating func print(_ value: AST.InputValueDefinition) {
        print(description: value.description)
        write("\(value.name.value): ")
        print(value.type)
        print(defaultValue: value.defaultValue)
        print(directives: value.directives)
    }

    mutating func print(_ value: AST.EnumValueDefinition) {
        print(description: value.description)
        print(value.name)
        print(directives: value.directives)
    }

    mutating func print(_ directive: AST.DirectiveDefinition) {
        print(description: directive.description)
        write("directive @\(directive.name.value)")
        print(argumentsDefinition: directive.arguments)
        write(directive.isRepeatable ? " repeatable on " : " on ")
        list(directive.locations, separator: " | ") { $0.print($1) }
    }

    /// On one line, or a line each where one of them has a description.
    private mutating func print(argumentsDefinition arguments: [AST.InputValueDefinition]) {
        if arguments.contains(where: { $0.description != nil }) {
            block(arguments, open: "(", close: ")") { $0.print($1) }
        } else if !arguments.isEmpty {
            write("(")
            list(arguments) { $0.print($1) }
            write(")")
        }
    }

    /// A block after a space, or nothing: the grammar has no empty braces.
    private mutating func members<Node>(_ nodes: [Node], _ print: (inout Printer, Node) -> Void) {
        guard !nodes.isEmpty else { return }
        write(" ")
        block(nodes, print)
    }
}

extension AST.TypeDefinition.Kind {
    fileprivate var keyword: String {
        switch self {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enum: "enum"
        case .inputObject: "input"
        }
    }

    fileprivate var interfaces: [AST.Name] {
        switch self {
        case .object(let interfaces, _), .interface(let interfaces, _): interfaces
        case .scalar, .union, .enum, .inputObject: []
        }
    }
}
