import OrderedCollections

/// Nodes that were made and not read: they stand nowhere.
extension Location {
    static let nowhere = Location(line: 0, column: 0)
}

extension AST.Name {
    static func made(_ value: String) -> AST.Name { AST.Name(value, at: .nowhere) }
}

extension AST.Directive {
    static func made(_ name: String, _ arguments: OrderedDictionary<String, CoercedValue>) -> AST.Directive {
        AST.Directive(
            name: .made(name),
            arguments: arguments.map { AST.Argument(name: .made($0.key), value: $0.value.written) },
            at: .nowhere
        )
    }
}

extension AST.Description? {
    static func block(_ text: String?) -> AST.Description? {
        text.map { AST.Description($0, isBlock: true, at: .nowhere) }
    }
}

extension CoercedValue {
    /// The value as a literal.
    var written: AST.Value {
        switch self {
        case .null: .null(.nowhere)
        case .boolean(let bool): .boolean(bool, .nowhere)
        case .int(let int): .int(String(int), .nowhere)
        case .double(let double): .float(double.description, .nowhere)
        case .string(let text): .string(text, isBlock: false, .nowhere)
        case .enum(let name): .enum(name, .nowhere)
        case .list(let values): .list(values.map(\.written), .nowhere)
        case .object(let fields):
            .object(fields.map { AST.ObjectField(name: .made($0.key), value: $0.value.written) }, .nowhere)
        }
    }
}
