// Every node that can stand alone says itself in the canonical layout, without a final line break.

extension AST.Document {
    /// The document in canonical layout; parsing it gives the same document, places aside.
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.Definition {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.OperationDefinition {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.FragmentDefinition {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.SelectionSet {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.Selection {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.VariableDefinition {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.Directive {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.Value {
    /// The literal as a document writes it, on one line unless it holds a block string.
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.TypeReference {
    /// `[Provider!]!`
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.TypeSystemDefinition {
    public var printed: String { Printer.text { $0.print(self) } }
}

extension AST.Description {
    /// The string with its quotes.
    public var printed: String { Printer.text { $0.print(string: text, isBlock: isBlock) } }
}

extension AST.SchemaCoordinate {
    /// `Type.field(argument:)`
    public var printed: String {
        switch self {
        case .type(let type): type.value
        case .member(let type, let name): "\(type.value).\(name.value)"
        case .argument(let type, let field, let name): "\(type.value).\(field.value)(\(name.value):)"
        case .directive(let directive): "@\(directive.value)"
        case .directiveArgument(let directive, let name): "@\(directive.value)(\(name.value):)"
        }
    }
}
