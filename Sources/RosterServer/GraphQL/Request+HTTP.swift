import GraphQL
import JSON
import OrderedCollections

extension Request {
    /// Reads a POST body: `{"query": …, "operationName": …, "variables": …, "extensions": …}`.
    ///
    /// All may be absent or null, `query` too, for a document can be named instead; members of other names are left
    /// alone.
    init(body: [UInt8], limits: JSONLimits) throws(HTTPRefusal) {
        guard case .object(let members) = try JSONValue(body, of: .body, limits: limits) else {
            throw .wrongType(of: .body, expected: "a JSON object with the member `query`")
        }
        try self.init(members: members)
    }

    /// Reads the members of a request, wherever they came from.
    init(members: OrderedDictionary<String, JSONValue>) throws(HTTPRefusal) {
        self.init(
            query: try members.text(of: .query) ?? "",
            operationName: try members.text(of: .operationName),
            variables: try members.members(of: .variables),
            extensions: try members.members(of: .extensions)
        )
        try requireReadableExtensions()
    }

    /// Whoever only meant to have a mutation looked at must not run it.
    private func requireReadableExtensions() throws(HTTPRefusal) {
        switch extensions["validateOnly"] {
        case nil, .null, .bool: return
        default: throw .wrongType(of: .extensions, expected: "an object whose `validateOnly` is true or false")
        }
    }

    /// Reads the parameters of a GET request; `variables` and `extensions` are JSON texts in them.
    init(parameters: QueryParameters, limits: JSONLimits) throws(HTTPRefusal) {
        self.init(
            query: parameters[.query] ?? "",
            operationName: parameters[.operationName],
            variables: try parameters.members(of: .variables, limits: limits),
            extensions: try parameters.members(of: .extensions, limits: limits)
        )
        try requireReadableExtensions()
    }
}

extension OrderedDictionary<String, JSONValue> {
    fileprivate func text(of part: HTTPRefusal.Part) throws(HTTPRefusal) -> String? {
        switch self[part.rawValue] {
        case nil, .null: nil
        case .string(let text): text
        default: throw .wrongType(of: part, expected: "a string")
        }
    }

    fileprivate func members(of part: HTTPRefusal.Part) throws(HTTPRefusal) -> Self {
        try self[part.rawValue]?.members(of: part) ?? [:]
    }
}

extension QueryParameters {
    /// An empty parameter counts as one that is not there.
    fileprivate subscript(part: HTTPRefusal.Part) -> String? {
        self[part.rawValue].flatMap { $0.isEmpty ? nil : $0 }
    }

    fileprivate func members(
        of part: HTTPRefusal.Part,
        limits: JSONLimits
    ) throws(HTTPRefusal) -> OrderedDictionary<String, JSONValue> {
        guard let text = self[part] else { return [:] }
        return try JSONValue(Array(text.utf8), of: part, limits: limits).members(of: part)
    }
}

extension JSONValue {
    fileprivate init(_ bytes: [UInt8], of part: HTTPRefusal.Part, limits: JSONLimits) throws(HTTPRefusal) {
        do {
            try self.init(parsing: bytes, limits: limits)
        } catch {
            throw .malformedJSON(part, error)
        }
    }

    fileprivate func members(of part: HTTPRefusal.Part) throws(HTTPRefusal) -> OrderedDictionary<String, JSONValue> {
        switch self {
        case .null: [:]
        case .object(let members): members
        default: throw .wrongType(of: part, expected: "a JSON object")
        }
    }
}
