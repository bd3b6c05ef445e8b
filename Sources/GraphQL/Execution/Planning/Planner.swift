import OrderedCollections

/// Settles a validated operation once, so that it can be run many times.
///
/// Merged fields, their order, their keys and their constant arguments are decided here. So are `@skip` and
/// `@include`: a plan belongs to one combination of the variables that they name, and other combinations have plans
/// of their own, which makes the order of fields exact and the directives free.
public struct Planner {
    let schema: Schema
    let fragments: [String: AST.FragmentDefinition]
    /// The values of the variables that `@skip` and `@include` name.
    let conditions: [String: Bool]
    private let fieldLimit: Int
    private(set) var fields: [PlannedField] = []
    var slots: [ArgumentSlot] = []
    private(set) var directives: OrderedSet<Schema.AppliedDirective> = []
    private(set) var refusal: GraphQLError?
    /// How many fields are entered just now, and the most that were below the plan in the making.
    private var depth = 0
    private var height = 0
    /// Plans made, with how deep they go below themselves.
    private var memo: [MemoKey: (plan: any Sendable, height: Int)] = [:]

    private struct MemoKey: Hashable {
        let type: TypeID
        /// Where selection sets stand tells them apart.
        let selectionSets: [Location]
    }

    init(schema: Schema, document: AST.Document, conditions: [String: Bool], limits: Limits) {
        self.schema = schema
        self.conditions = conditions
        fieldLimit = limits.plannedFields
        fragments = Dictionary(
            document.definitions.compactMap { definition in
                if case .fragment(let fragment) = definition { (fragment.name.value, fragment) } else { nil }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The steps that write the fields which these selection sets select of an object type.
    mutating func plan<Parent>(_ object: Object<Parent>, _ selectionSets: [AST.SelectionSet]) -> ObjectPlan<Parent> {
        guard let type = schema.type(named: Parent.typeName) else { return ObjectPlan([]) }
        return plan(type, selectionSets) { object.fields[$0]?.step }
    }

    /// The same for any way to get from a field's name to its step.
    ///
    /// Selections below abstract types are planned for each object type; one plan serves wherever the same selection
    /// sets meet the same type, so the work grows with the document and not with the ways through it.
    mutating func plan<Parent>(
        _ type: NamedType,
        _ selectionSets: [AST.SelectionSet],
        step: (String) -> (@Sendable (FieldSelection, inout Planner) -> Step<Parent>)?
    ) -> ObjectPlan<Parent> {
        let key = MemoKey(type: type.id, selectionSets: selectionSets.map(\.location))
        if let known = memo[key], let plan = known.plan as? ObjectPlan<Parent> {
            height = max(height, depth + known.height)
            if height > Limits.deepestPlan { refuse(at: key.selectionSets) }
            return plan
        }
        let above = height
        height = depth
        let groups = collect(selectionSets, of: type)
        var members: [(name: String, step: Step<Parent>)] = []
        members.reserveCapacity(groups.count)
        for (responseName, nodes) in groups {
            guard let name = nodes.first?.name.value, let selection = enter(type, nodes) else { continue }
            let make = step(name) ?? { selection, planner in planner.metaField(name, type, selection) }
            members.append((responseName, make(selection, &self)))
            depth -= 1
        }
        let plan = ObjectPlan(members)
        memo[key] = (plan, height - depth)
        height = max(height, above)
        return plan
    }

    /// Numbers a field, and notes what its definition asks of callers; nil once the plan is refused.
    mutating func enter(_ type: NamedType, _ nodes: [AST.Field]) -> FieldSelection? {
        guard refusal == nil, let first = nodes.first, let definition = schema.field(first.name.value, of: type) else {
            return nil
        }
        guard fields.count < fieldLimit, depth < Limits.deepestPlan else {
            refuse(at: [first.location])
            return nil
        }
        depth += 1
        height = max(height, depth)
        directives.append(contentsOf: definition.directives)
        fields.append(
            PlannedField(
                responseName: first.responseName,
                type: type,
                name: definition.name,
                location: first.location,
                otherLocations: nodes.dropFirst().map(\.location)
            )
        )
        return FieldSelection(nodes: nodes, definition: definition, number: fields.count - 1)
    }

    private mutating func refuse(at locations: [Location]) {
        refusal = GraphQLError(
            "The operation selects too much: at most \(fieldLimit) fields, at most \(Limits.deepestPlan) deep.",
            code: .limitExceeded,
            at: Array(locations.prefix(1))
        )
    }

    /// `__typename` anywhere, and `__schema` and `__type` at the query's root (section 4.1).
    private mutating func metaField<Parent>(
        _ name: String,
        _ type: NamedType,
        _ selection: FieldSelection
    ) -> Step<Parent> {
        guard let field = IntrospectionRoot.object.fields[name] else {
            let bytes = Array("\"\(type.name)\"".utf8)
            return Step { _, response, _ in response.append(bytes) }
        }
        let root = IntrospectionRoot(schema: schema)
        let step = field.step(selection, &self)
        return Step { _, response, run in try step.write(root, &response, &run) }
    }
}

/// Makes the arguments of one planned field when an operation begins.
struct ArgumentSlot: Sendable {
    let make: @Sendable (Variables) -> any AnyObject & Sendable
}

/// A field as selected: all its nodes, merged, and the number under which the plan knows it.
public struct FieldSelection: Sendable {
    let nodes: [AST.Field]
    let definition: Schema.Field
    @usableFromInline let number: Int

    /// The selection sets of all nodes: `MergeSelectionSets` (section 6.4.3).
    var selectionSets: [AST.SelectionSet] { nodes.compactMap(\.selectionSet) }
}

/// What an error says about the field that it happened in.
@usableFromInline
struct PlannedField: Sendable {
    let responseName: String
    let type: NamedType
    let name: String
    let location: Location
    /// Of the nodes that were merged into the first.
    let otherLocations: [Location]

    /// `Type.field` (section 2.14).
    var coordinate: String { "\(type.name).\(name)" }
    var locations: [Location] { [location] + otherLocations }
}
