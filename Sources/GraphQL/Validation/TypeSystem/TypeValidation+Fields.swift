import OrderedCollections

extension TypeValidation {
    /// Sections 3.6 and 3.7, "type validation", apart from the interfaces.
    mutating func checkFields(of type: NamedType) {
        if type.fields.isEmpty {
            report("Type \(type.name) must define one or more fields.", at: .type(type.name))
        }
        for field in type.fields.values {
            let coordinate = Coordinate.member(type.name, field.name)
            checkName(field.name, at: coordinate)
            if case .inputObject = schema[field.type.namedType].kind {
                let spelling = schema.spelling(of: field.type)
                report(
                    "The type of \(coordinate.spelling) must be Output Type but got: \(spelling).",
                    at: coordinate
                )
            }
            for argument in field.arguments.values {
                check(argument, at: .argument(type.name, field.name, argument.name))
            }
        }
        checkInterfaces(of: type)
    }

    /// What arguments of fields and of directives have in common (section 3.6.1).
    mutating func check(_ argument: Schema.InputValue, at coordinate: Coordinate) {
        checkName(argument.name, at: coordinate)
        guard schema[argument.type.namedType].isInput else {
            let spelling = schema.spelling(of: argument.type)
            report("The type of \(coordinate.spelling) must be Input Type but got: \(spelling).", at: coordinate)
            return
        }
        if argument.isRequired, argument.deprecationReason != nil {
            report("Required argument \(coordinate.spelling) cannot be deprecated.", at: coordinate)
        }
    }

    /// Section 3.10, "type validation", apart from cycles.
    mutating func check(_ input: Schema.InputObject, of type: NamedType) {
        if input.fields.isEmpty {
            report("Input Object type \(type.name) must define one or more fields.", at: .type(type.name))
        }
        for field in input.fields.values {
            let coordinate = Coordinate.member(type.name, field.name)
            checkName(field.name, at: coordinate)
            guard schema[field.type.namedType].isInput else {
                let spelling = schema.spelling(of: field.type)
                report("The type of \(coordinate.spelling) must be Input Type but got: \(spelling).", at: coordinate)
                continue
            }
            if field.isRequired, field.deprecationReason != nil {
                report("Required input field \(coordinate.spelling) cannot be deprecated.", at: coordinate)
            }
            guard input.isOneOf else { continue }
            if field.type.isNonNull {
                report("OneOf input field \(coordinate.spelling) must be nullable.", at: coordinate)
            }
            if field.defaultValue != nil {
                report("OneOf input field \(coordinate.spelling) cannot have a default value.", at: coordinate)
            }
        }
    }

    /// Section 2.1.8, and the names that are introspection's own (section 4.1).
    mutating func checkName(_ name: String, at coordinate: Coordinate) {
        if !name.isName {
            report("Names must match /^[_a-zA-Z][_a-zA-Z0-9]*$/ but \"\(name)\" does not.", at: coordinate)
        } else if name.hasPrefix("__") {
            report(
                "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                at: coordinate
            )
        }
    }
}

extension String {
    /// `Name` (section 2.1.8)
    fileprivate var isName: Bool {
        guard let first = utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
