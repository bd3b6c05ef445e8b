extension Parser {
    ///     Value[Const] : [~Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue
    ///                  | EnumValue | ListValue[?Const] | ObjectValue[?Const]
    mutating func value(isConst: Bool) throws(GraphQLError) -> AST.Value {
        switch token.kind {
        case .leftBracket: return try listValue(isConst: isConst)
        case .leftBrace: return try objectValue(isConst: isConst)
        case .dollar: return try variable(isConst: isConst)
        default:
            let value = try scalarValue()
            try advance()
            return value
        }
    }

    ///     DefaultValue : = Value[Const]
    mutating func defaultValue() throws(GraphQLError) -> AST.Value? {
        try skip(.equals) ? try value(isConst: true) : nil
    }

    ///     BooleanValue : one of true false
    ///     NullValue : null
    ///     EnumValue : Name but not true, false or null
    private func scalarValue() throws(GraphQLError) -> AST.Value {
        let location = token.location
        switch token.kind {
        case .name:
            if isKeyword("true") { return .boolean(true, location) }
            if isKeyword("false") { return .boolean(false, location) }
            if isKeyword("null") { return .null(location) }
            return .enum(source.string(token.range), location)
        case .int: return .int(source.string(token.range), location)
        case .float: return .float(source.string(token.range), location)
        case .string, .blockString:
            return .string(token.stringValue(in: source), isBlock: token.kind == .blockString, location)
        default: throw unexpected(token)
        }
    }

    ///     Variable : $ Name
    private mutating func variable(isConst: Bool) throws(GraphQLError) -> AST.Value {
        let location = token.location
        try advance()
        guard isConst else { return .variable(name: try name().value, location) }
        guard token.kind == .name else { throw .syntax("Unexpected \"$\".", at: location) }
        throw .syntax("Unexpected variable \"$\(shownText(of: token))\" in constant value.", at: location)
    }

    ///     ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private mutating func listValue(isConst: Bool) throws(GraphQLError) -> AST.Value {
        let location = token.location
        try descend()
        try advance()
        var values: [AST.Value] = []
        while token.kind != .rightBracket { values.append(try value(isConst: isConst)) }
        ascend()
        try advance()
        return .list(values, location)
    }

    ///     ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    ///     ObjectField[Const] : Name : Value[?Const]
    private mutating func objectValue(isConst: Bool) throws(GraphQLError) -> AST.Value {
        let location = token.location
        try descend()
        try advance()
        var fields: [AST.ObjectField] = []
        while token.kind != .rightBrace {
            let name = try name()
            try expect(.colon)
            fields.append(AST.ObjectField(name: name, value: try value(isConst: isConst)))
        }
        ascend()
        try advance()
        return .object(fields, location)
    }
}
