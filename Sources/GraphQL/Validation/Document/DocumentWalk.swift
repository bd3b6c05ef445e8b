/// The one walk over a document: it knows the type at every place, asks the rules that look at single nodes, and
/// notes what the others need.
///
/// Nothing here follows a spread, so the walk takes as long as the document is; it recurses as deep as the parser
/// lets documents nest.
struct DocumentWalk {
    var context: ValidationContext
    /// Of the definition that is being walked.
    var footprint = Footprint()
    /// Of the fragments, by their number.
    private(set) var fragmentFootprints: [Footprint]
    private(set) var operations: [WalkedOperation] = []
    /// Selection sets in which two fields might answer to one name.
    var overlaps: [FieldSelectionMerging.Candidate] = []
    private let document: AST.Document

    init(_ document: AST.Document, against schema: Schema, limits: Limits, options: ValidationOptions) {
        self.document = document
        let fragments = FragmentTable(document, schema: schema)
        context = ValidationContext(
            schema: schema,
            fragments: fragments,
            options: options,
            report: ValidationReport(limit: limits.errors),
            suggestions: Suggestions(isEnabled: options.suggestions)
        )
        fragmentFootprints = Array(repeating: Footprint(), count: fragments.definitions.count)
    }

    mutating func walk() {
        OperationNameUniqueness.check(document, &context)
        LoneAnonymousOperation.check(document, &context)
        FragmentNameUniqueness.check(document, &context)
        for definition in document.definitions {
            guard !context.report.isFull else { return }
            switch definition {
            case .operation(let operation): walk(operation)
            case .fragment(let fragment): walk(fragment)
            case .typeSystem(let definition): ExecutableDefinitions.check(definition, &context)
            }
        }
    }

    private mutating func walk(_ operation: AST.OperationDefinition) {
        let root = context.schema.root(operation.operation)
        if root == nil { OperationTypeExistence.report(operation, &context) }
        footprint = Footprint()
        walk(operation.variables)
        walk(operation.directives, at: DirectiveLocation(operation.operation))
        walk(operation.selectionSet, root: root)
        operations.append(WalkedOperation(definition: operation, root: root, footprint: footprint))
    }

    private mutating func walk(_ fragment: AST.FragmentDefinition) {
        let index = context.fragments.index(of: fragment.name.value)
        let condition = context.schema.compositeType(named: fragment.typeCondition.value)
        if condition == nil {
            FragmentSpreadTypeExistence.check(fragment.typeCondition, &context)
            FragmentsOnCompositeTypes.check(fragment.typeCondition, of: fragment.name, &context)
        }
        footprint = Footprint()
        walk(fragment.directives, at: .fragmentDefinition)
        walk(fragment.selectionSet, root: condition)
        // A second fragment of the same name is never spread.
        if let index, context.fragments.definitions[index].name.location == fragment.name.location {
            fragmentFootprints[index] = footprint
        }
    }

    private mutating func walk(_ set: AST.SelectionSet, root: NamedType?) {
        if FieldSelectionMerging.mayOverlap(set) { overlaps.append(.init(set: set, parent: root)) }
        walk(set, in: Scope(parent: root, depth: 1, introspectionDepth: 0, isRoot: true))
    }

    private mutating func walk(_ variables: [AST.VariableDefinition]) {
        guard !variables.isEmpty else { return }
        VariableUniqueness.check(variables, &context)
        for variable in variables {
            let type = context.schema.resolve(variable.type)
            VariablesAreInputTypes.check(variable, type, &context)
            if let value = variable.defaultValue {
                let isInput = type.map { context.schema[$0.namedType].isInput } ?? false
                walk(value, of: isInput ? type : nil, hasDefault: false)
            }
            walk(variable.directives, at: .variableDefinition)
        }
    }
}

extension DirectiveLocation {
    init(_ operation: AST.OperationType) {
        self =
            switch operation {
            case .query: .query
            case .mutation: .mutation
            case .subscription: .subscription
            }
    }
}
