// The initialisers of the nodes that documents are full of.
//
// They are outside the types so that they delegate to the memberwise initialisers: written out inside, with optional
// parts, the compiler copies and destroys the finished node once more, which was a sixth of the time to parse.

extension AST.Field {
    public init(
        alias: AST.Name? = nil,
        name: AST.Name,
        arguments: [AST.Argument] = [],
        directives: [AST.Directive] = [],
        selectionSet: AST.SelectionSet? = nil
    ) {
        self.init(
            name: name,
            alias: alias,
            arguments: arguments,
            directives: directives,
            selectionSet: selectionSet
        )
    }
}

extension AST.TypeDefinition {
    public init(
        description: AST.Description? = nil,
        isExtension: Bool = false,
        name: AST.Name,
        directives: [AST.Directive] = [],
        kind: Kind,
        at location: Location
    ) {
        self.init(
            description: description,
            isExtension: isExtension,
            name: name,
            directives: directives,
            kind: kind,
            location: location
        )
    }
}

extension AST.FieldDefinition {
    public init(
        description: AST.Description? = nil,
        name: AST.Name,
        arguments: [AST.InputValueDefinition] = [],
        type: AST.TypeReference,
        directives: [AST.Directive] = []
    ) {
        self.init(
            name: name,
            description: description,
            arguments: arguments,
            type: type,
            directives: directives
        )
    }
}

extension AST.InputValueDefinition {
    public init(
        description: AST.Description? = nil,
        name: AST.Name,
        type: AST.TypeReference,
        defaultValue: AST.Value? = nil,
        directives: [AST.Directive] = []
    ) {
        self.init(
            name: name,
            description: description,
            type: type,
            defaultValue: defaultValue,
            directives: directives
        )
    }
}

extension AST.EnumValueDefinition {
    public init(description: AST.Description? = nil, name: AST.Name, directives: [AST.Directive] = []) {
        self.init(
            name: name,
            description: description,
            directives: directives
        )
    }
}
