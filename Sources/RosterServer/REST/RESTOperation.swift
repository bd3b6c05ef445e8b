import GraphQL
import OrderedCollections
import Roster

/// A route whose document has been read against the schema.
struct RESTOperation: Sendable {
    let route: RESTRoute
    let definition: AST.OperationDefinition
    /// What the answer looks like.
    let shape: RESTShape
    /// The least role that may use it; nil where everybody may.
    let role: Role?
    let schema: Schema

    /// - Throws: where the table does not fit the schema; a test sees to it that it does.
    init(_ route: RESTRoute, schema: Schema) throws {
        let document = try AST.Document(parsing: route.document)
        guard case .operation(let definition) = document.definitions.first,
            let root = schema.root(definition.operation),
            case .field(let field) = definition.selectionSet.selections.first,
            let declared = schema.field(field.name.value, of: root)
        else { throw RESTMismatch() }
        self.route = route
        self.definition = definition
        self.schema = schema
        role = declared.directives.first { $0.name == "requires" }?.arguments["role"].flatMap {
            if case .enum(let name) = $0 { Role(rawValue: name) } else { nil }
        }
        var shape = try RESTShape(definition.selectionSet, of: root, in: schema)
        for name in route.result { shape = try shape.member(name) }
        self.shape = shape
    }

    var name: String { definition.name?.value ?? "" }

    var summary: String { definition.description?.text ?? "" }

    /// The variables that are members of the body.
    var bodyVariables: [AST.VariableDefinition] {
        let elsewhere = route.pathParameters + route.query + [RESTRoute.expectedVersion]
        return definition.variables.filter { !elsewhere.contains($0.variable) }
    }

    func variable(_ name: String) -> AST.VariableDefinition? {
        definition.variables.first { $0.variable == name }
    }
}

/// A route of the table does not fit the schema.
struct RESTMismatch: Error {}

extension AST.VariableDefinition {
    /// Its name, without the dollar sign.
    var variable: String { name.value }
}
