extension Printer {
    mutating func print(_ value: AST.Value) {
        switch value {
        case .variable(let name, _): write("$\(name)")
        case .int(let digits, _), .float(let digits, _): write(digits)
        case .string(let text, let isBlock, _): print(string: text, isBlock: isBlock)
        case .boolean(let value, _): write(value ? "true" : "false")
        case .null: write("null")
        case .enum(let name, _): write(name)
        case .list(let values, _):
            write("[")
            list(values) { $0.print($1) }
            write("]")
        case .object(let fields, _):
            write("{")
            list(fields) { printer, field in
                printer.write("\(field.name.value): ")
                printer.print(field.value)
            }
            write("}")
        }
    }

    mutating func print(_ type: AST.TypeReference) {
        switch type {
        case .named(let name): print(name)
        case .list(let type, _):
            write("[")
            print(type)
            write("]")
        case .nonNull(let type):
            print(type)
            write("!")
        }
    }

    mutating func print(defaultValue: AST.Value?) {
        guard let defaultValue else { return }
        write(" = ")
        print(defaultValue)
    }

    mutating func print(_ directive: AST.Directive) {
        write("@\(directive.name.value)")
        print(arguments: directive.arguments)
    }

    /// Each directive after a space.
    mutating func print(directives: [AST.Directive]) {
        for directive in directives {
            write(" ")
            print(directive)
        }
    }

    mutating func print(arguments: [AST.Argument]) {
        guard !arguments.isEmpty else { return }
        write("(")
        list(arguments) { printer, argument in
            printer.write("\(argument.name.value): ")
            printer.print(argument.value)
        }
        write(")")
    }
}
