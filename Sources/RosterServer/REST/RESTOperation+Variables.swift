import GraphQL
import HTTPTypes
import Hummingbird
import JSON
import OrderedCollections

extension RESTOperation {
    /// The operation's variables, from path, query string, `If-Match` and body.
    func variables(
        of request: Request,
        parameters: Parameters,
        body: JSONValue?
    ) throws(RESTRefusal) -> OrderedDictionary<String, JSONValue> {
        var variables: OrderedDictionary<String, JSONValue> = [:]
        for name in route.pathParameters {
            let id = parameters.get(name).flatMap { RESTID.global($0, route.nouns[name] ?? "") }
            guard let id else { throw .notFound }
            variables[name] = .string(id)
        }
        let query: QueryParameters
        do { query = try QueryParameters(parsing: request.uri.query) } catch { throw .malformed(error.description) }
        for name in route.query {
            guard let text = query[name] else { continue }
            variables[name] = try value(text, of: name)
        }
        if variable(RESTRoute.expectedVersion) != nil, let version = try expectedVersion(request.headers) {
            variables[RESTRoute.expectedVersion] = .int(version)
        }
        for (name, value) in try members(of: body) { variables[name] = value }
        return variables
    }

    /// A parameter of the query string as its variable's type has it.
    private func value(_ text: String, of name: String) throws(RESTRefusal) -> JSONValue {
        switch variable(name)?.type.named {
        case "Int": if let number = Int(text) { return .int(number) }
        case "Boolean": if let flag = Bool(text) { return .bool(flag) }
        default: return .string(text)
        }
        throw .wrongType(of: name)
    }

    /// The version in `If-Match`, which has the form of an entity tag: `"12"` (RFC 9110 section 13.1.1).
    private func expectedVersion(_ headers: HTTPFields) throws(RESTRefusal) -> Int? {
        guard let field = headers[.ifMatch], field != "*" else { return nil }
        guard field.count > 2, field.hasPrefix("\""), field.hasSuffix("\""),
            let version = Int(field.dropFirst().dropLast())
        else { throw .wrongType(of: "If-Match") }
        return version
    }

    /// The members of the body that are variables. Members that an answer has besides are left alone, so that what was
    /// read can be changed and sent back; others are refused, for they are misspelt.
    private func members(of body: JSONValue?) throws(RESTRefusal) -> OrderedDictionary<String, JSONValue> {
        let expected = bodyVariables
        guard !expected.isEmpty else { return [:] }
        guard case .object(let members) = body else { throw .notAnObject }
        var variables: OrderedDictionary<String, JSONValue> = [:]
        for (name, value) in members {
            guard let variable = expected.first(where: { $0.variable == name }) else {
                if shape.memberNames.contains(name) { continue }
                throw .unknownMember
            }
            variables[name] = try global(value, of: variable)
        }
        for variable in expected where variable.isRequired && members[variable.variable] == nil {
            throw .missing(variable.variable)
        }
        return variables
    }

    private func global(_ value: JSONValue, of variable: AST.VariableDefinition) throws(RESTRefusal) -> JSONValue {
        guard let noun = route.nouns[variable.variable] else { return value }
        guard case .int(let number) = value, let id = RESTID.global(String(number), noun) else {
            throw .wrongType(of: variable.variable)
        }
        return .string(id)
    }
}

extension AST.VariableDefinition {
    /// Whether it must be given.
    var isRequired: Bool {
        if case .nonNull = type { defaultValue == nil } else { false }
    }
}

extension AST.TypeReference {
    /// The name of the type under its wrappers.
    var named: String {
        switch self {
        case .named(let name): name.value
        case .list(let type, _): type.named
        case .nonNull(let type): type.named
        }
    }
}

extension RESTShape {
    /// The names of an object's members, as they are spelt in an answer.
    var memberNames: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map { name, shape in shape.onlyID == nil ? name : "\(name)Id" }
    }
}
