import OrderedCollections

/// Holds a schema's table against the rules under "type validation" in chapter 3, however it was declared.
///
/// What a table cannot show (a name given twice, an unknown name, directives on definitions) is checked before there
/// is one.
struct TypeValidation {
    let schema: Schema
    var problems: [TypeProblem] = []

    init(_ schema: Schema) {
        self.schema = schema
    }

    mutating func report(_ sentence: String, at coordinate: Coordinate) {
        problems.append(TypeProblem(coordinate: coordinate, sentence: sentence))
    }

    mutating func check() {
        checkRoots()
        for directive in schema.directives.values { check(directive) }
        for type in schema.types where !Self.introspection.contains(type.name) {
            checkName(type.name, at: .type(type.name))
            switch type.kind {
            case .scalar: break
            case .object, .interface: checkFields(of: type)
            case .union(let union): check(union, of: type)
            case .enumeration(let enumeration): check(enumeration, of: type)
            case .inputObject(let input): check(input, of: type)
            }
        }
        checkFiniteValues()
        checkDefaultValues()
    }

    /// The types of chapter 4, whose names alone may begin with two underscores.
    static let introspection: Set<String> = [
        "__Schema", "__Type", "__Field", "__InputValue", "__EnumValue", "__Directive", "__TypeKind",
        "__DirectiveLocation",
    ]

    /// Section 3.3.1, "root operation types".
    private mutating func checkRoots() {
        var operations: OrderedDictionary<String, [String]> = [:]
        for operation in AST.OperationType.allCases {
            guard let root = schema.root(operation) else { continue }
            operations[root.name, default: []].append(operation.rawValue)
            guard !root.isObject else { continue }
            let condition = operation == .query ? "" : " if provided"
            report(
                "\(operation.usualRoot) root type must be Object type\(condition), it cannot be \(root.name).",
                at: .schema
            )
        }
        for (type, operations) in operations where operations.count > 1 {
            let list = operations.joined(separator: " and ")
            report("All root types must be different, \"\(type)\" type is used as \(list) root types.", at: .schema)
        }
    }

    /// Section 3.13, "type validation".
    private mutating func check(_ directive: Schema.Directive) {
        checkName(directive.name, at: .directive(directive.name))
        if directive.locations.isEmpty {
            report("Directive @\(directive.name) must include 1 or more locations.", at: .directive(directive.name))
        }
        for argument in directive.arguments.values {
            check(argument, at: .directiveArgument(directive.name, argument.name))
        }
    }

    /// Section 3.8, "type validation".
    private mutating func check(_ union: Schema.Union, of type: NamedType) {
        let coordinate = Coordinate.type(type.name)
        if union.members.isEmpty {
            report("Union type \(type.name) must define one or more member types.", at: coordinate)
        }
        var seen: Set<TypeID> = []
        for id in union.members {
            let member = schema[id]
            if !seen.insert(id).inserted {
                report("Union type \(type.name) can only include type \(member.name) once.", at: coordinate)
            } else if !member.isObject {
                report(
                    "Union type \(type.name) can only include Object types, it cannot include \(member.name).",
                    at: coordinate
                )
            }
        }
    }

    /// Section 3.9, "type validation".
    private mutating func check(_ enumeration: Schema.Enumeration, of type: NamedType) {
        if enumeration.values.isEmpty {
            report("Enum type \(type.name) must define one or more values.", at: .type(type.name))
        }
        for name in enumeration.values.keys {
            let coordinate = Coordinate.member(type.name, name)
            checkName(name, at: coordinate)
            if ["true", "false", "null"].contains(name) {
                report("Enum type \(type.name) cannot include value: \(name).", at: coordinate)
            }
        }
    }
}
