import OrderedCollections

/// Nothing is defined twice: the schema and its root types, types, fields, arguments, enum values and directives
/// (sections 3.3 to 3.13).
enum DefinitionUniqueness {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        checkSchema(document, &report)
        report.addRepetitions(of: typeNames(in: document)) {
            "There can be only one type named \"\($0)\"."
        }
        report.addRepetitions(of: directiveNames(in: document)) {
            "There can be only one directive named \"@\($0)\"."
        }
        for directive in document.directives.values {
            check(directive.arguments, of: "@\(directive.name.value)", &report)
        }
        for type in document.types.values { check(type, &report) }
    }

    private static func checkSchema(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        var isDefined = false
        for case .typeSystem(.schema(let definition)) in document.source.definitions where !definition.isExtension {
            if isDefined { report.add("Must provide only one schema definition.", at: definition.location) }
            isDefined = true
        }
        var seen: [AST.OperationType: Location] = [:]
        for operation in AST.OperationType.allCases {
            // Where no schema is defined, types of the usual names are the roots.
            seen[operation] = document.usualRoot(operation)?.definition.name.location
        }
        for root in ([document.schema].compactMap(\.self) + document.schemaExtensions).flatMap(\.operationTypes) {
            if let earlier = seen[root.operation] {
                report.add(
                    "There can be only one \(root.operation.rawValue) type in schema.",
                    at: earlier,
                    root.location
                )
            } else {
                seen[root.operation] = root.location
            }
        }
    }

    private static func check(_ type: ExtendedType, _ report: inout ValidationReport) {
        let name = type.definition.name.value
        report.addRepetitions(of: type.fields.lazy.map(\.name)) { "Field \"\(name).\($0)\" can only be defined once." }
        report.addRepetitions(of: type.inputFields.lazy.map(\.name)) {
            "Field \"\(name).\($0)\" can only be defined once."
        }
        report.addRepetitions(of: type.values.lazy.map(\.name)) {
            "Enum value \"\(name).\($0)\" can only be defined once."
        }
        for field in type.fields { check(field.arguments, of: "\(name).\(field.name.value)", &report) }
    }

    private static func check(
        _ arguments: [AST.InputValueDefinition],
        of owner: String,
        _ report: inout ValidationReport
    ) {
        guard arguments.count > 1 else { return }
        report.addRepetitions(of: arguments.lazy.map(\.name)) {
            "Argument \"\(owner)(\($0):)\" can only be defined once."
        }
    }

    private static func typeNames(in document: TypeSystemDocument) -> [AST.Name] {
        document.source.definitions.compactMap { definition in
            if case .typeSystem(.type(let type)) = definition, !type.isExtension { type.name } else { nil }
        }
    }

    private static func directiveNames(in document: TypeSystemDocument) -> [AST.Name] {
        document.source.definitions.compactMap { definition in
            if case .typeSystem(.directive(let directive)) = definition { directive.name } else { nil }
        }
    }
}
