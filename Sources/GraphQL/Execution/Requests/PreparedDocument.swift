public import JSON
public import OrderedCollections
import Synchronization

/// A document parsed and validated against a schema, which keeps the plans of its operations.
public final class PreparedDocument: Sendable {
    public let schema: Schema
    public let document: AST.Document
    private let limits: Limits
    private let operations: [AST.OperationDefinition]
    private let conditionVariables: [String]
    private let plans = Mutex<[PlanKey: OperationPlan]>([:])

    private struct PlanKey: Hashable {
        let operation: Int
        let conditions: [Bool]
    }

    /// - Throws: parse errors, validation errors or limits, as request errors.
    public init(
        _ query: String,
        schema: Schema,
        limits: Limits = Limits(),
        validation: ValidationOptions = ValidationOptions()
    ) throws(RequestErrors) {
        do { document = try AST.Document(parsing: query, limits: limits) } catch { throw RequestErrors(error) }
        let errors = schema.validate(document, limits: limits, options: validation)
        guard errors.isEmpty else { throw RequestErrors(errors) }
        self.schema = schema
        self.limits = limits
        operations = document.definitions.compactMap { definition in
            if case .operation(let operation) = definition { operation } else { nil }
        }
        conditionVariables = document.conditionVariables.sorted()
    }

    /// The operation to run, with its variables coerced and its plan made (sections 6.1 and 6.1.1).
    ///
    /// - Throws: no such operation, wrong variables, or a limit, as request errors.
    public func operation(
        named name: String? = nil,
        variables given: OrderedDictionary<String, JSONValue> = [:]
    ) throws(RequestErrors) -> ReadyOperation {
        let index = try index(ofOperation: name)
        let variables = try schema.coerceVariables(given, for: operations[index], limits: limits)
        let conditions = conditionVariables.map { variables.values[$0] == .boolean(true) }
        let key = PlanKey(operation: index, conditions: conditions)
        if let plan = plans.withLock({ $0[key] }) { return ReadyOperation(plan: plan, variables: variables) }
        let plan = try OperationPlan(
            operations[index],
            of: document,
            schema: schema,
            conditions: Dictionary(zip(conditionVariables, conditions), uniquingKeysWith: { first, _ in first }),
            limits: limits
        )
        plans.withLock { plans in
            // A caller who tries all combinations gets them planned again and again, and costs no memory.
            if plans.count >= Self.plansKept { plans.removeAll() }
            plans[key] = plan
        }
        return ReadyOperation(plan: plan, variables: variables)
    }

    private static let plansKept = 16

    /// `GetOperation` (section 6.1).
    private func index(ofOperation name: String?) throws(RequestErrors) -> Int {
        if let name {
            if let index = operations.firstIndex(where: { $0.name?.value.hasSameBytes(as: name) == true }) {
                return index
            }
            throw RequestErrors(
                GraphQLError(
                    "The document has no operation with the name that the request asks for.", code: .badUserInput)
            )
        }
        guard operations.count == 1 else {
            throw RequestErrors(
                GraphQLError(
                    operations.isEmpty
                        ? "The document has no operation to run."
                        : "The document has several operations: say which one in \"operationName\".",
                    code: .badUserInput
                )
            )
        }
        return 0
    }
}

/// An operation that only wants a context to be run.
public struct ReadyOperation: Sendable {
    public let plan: OperationPlan
    public let variables: Variables
}
