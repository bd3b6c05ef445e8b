import OrderedCollections

extension TypeValidation {
    /// Sections 3.6 and 3.7: an object or interface type is a super-set of all interfaces that it implements.
    mutating func checkInterfaces(of type: NamedType) {
        let coordinate = Coordinate.type(type.name)
        var seen: Set<TypeID> = []
        for id in type.interfaces {
            let interface = schema[id]
            guard case .interface = interface.kind else {
                report(
                    "Type \(type.name) must only implement Interface types, it cannot implement \(interface.name).",
                    at: coordinate
                )
                continue
            }
            if id == type.id {
                report(
                    "Type \(type.name) cannot implement itself because it would create a circular reference.",
                    at: coordinate
                )
            } else if !seen.insert(id).inserted {
                report("Type \(type.name) can only implement \(interface.name) once.", at: coordinate)
            } else {
                checkInherited(interface, by: type)
                checkImplementation(of: interface, by: type)
            }
        }
    }

    /// `IsValidImplementation`, step 1.
    private mutating func checkInherited(_ interface: NamedType, by type: NamedType) {
        for id in interface.interfaces where !type.interfaces.contains(id) {
            let inherited = schema[id].name
            report(
                id == type.id
                    ? "Type \(type.name) cannot implement \(interface.name) because it would create a circular reference."
                    : "Type \(type.name) must implement \(inherited) because it is implemented by \(interface.name).",
                at: .type(type.name)
            )
        }
    }

    /// `IsValidImplementation`, the other steps.
    private mutating func checkImplementation(of interface: NamedType, by type: NamedType) {
        for expected in interface.fields.values {
            let theirs = "\(interface.name).\(expected.name)"
            guard let field = type.fields[expected.name] else {
                report("Interface field \(theirs) expected but \(type.name) does not provide it.", at: .type(type.name))
                continue
            }
            let coordinate = Coordinate.member(type.name, field.name)
            if !schema.isSubtype(field.type, of: expected.type) {
                let (wanted, given) = (schema.spelling(of: expected.type), schema.spelling(of: field.type))
                report(
                    "Interface field \(theirs) expects type \(wanted) but \(coordinate.spelling) is type \(given).",
                    at: coordinate
                )
            }
            if field.deprecationReason != nil, expected.deprecationReason == nil {
                report(
                    """
                    Interface field \(theirs) is not deprecated, so implementation field \(coordinate.spelling) must \
                    not be deprecated.
                    """,
                    at: coordinate
                )
            }
            checkArguments(of: expected, at: theirs, by: field, of: type)
        }
    }

    private mutating func checkArguments(
        of expected: Schema.Field,
        at theirs: String,
        by field: Schema.Field,
        of type: NamedType
    ) {
        for wanted in expected.arguments.values {
            guard let argument = field.arguments[wanted.name] else {
                report(
                    """
                    Interface field argument \(theirs)(\(wanted.name):) expected but \(type.name).\(field.name) does \
                    not provide it.
                    """,
                    at: .member(type.name, field.name)
                )
                continue
            }
            guard argument.type != wanted.type else { continue }
            let coordinate = Coordinate.argument(type.name, field.name, argument.name)
            report(
                """
                Interface field argument \(theirs)(\(wanted.name):) expects type \(schema.spelling(of: wanted.type)) \
                but \(coordinate.spelling) is type \(schema.spelling(of: argument.type)).
                """,
                at: coordinate
            )
        }
        for argument in field.arguments.values where expected.arguments[argument.name] == nil && argument.isRequired {
            let coordinate = Coordinate.argument(type.name, field.name, argument.name)
            report(
                """
                Argument "\(coordinate.spelling)" must not be required type "\(schema.spelling(of: argument.type))" \
                if not provided by the Interface field "\(theirs)".
                """,
                at: coordinate
            )
        }
    }
}

extension Schema {
    /// `IsValidImplementationFieldType`: equal, or more special.
    fileprivate func isSubtype(_ type: TypeReference, of other: TypeReference) -> Bool {
        switch (type, other) {
        case (.nonNull(let type), .nonNull(let other)), (.nonNull(let type), let other),
            (.list(let type), .list(let other)):
            isSubtype(type, of: other)
        case (.named(let type), .named(let other)):
            type == other
                || self[other].isAbstract
                    && (possibleTypes(of: other).contains(type) || self[type].interfaces.contains(other))
        default: false
        }
    }
}
