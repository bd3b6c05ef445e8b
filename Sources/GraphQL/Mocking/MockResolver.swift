import JSON
import OrderedCollections

extension Schema {
    /// The same schema, answering with made-up values of the right types, for work on a front end without a server.
    ///
    /// The same place in a response has the same value each time. An object knows the leaves among the arguments that
    /// led to it, those inside input objects too, so that `user(id: 7)` has the id 7 and what was just created has the
    /// name that it was given. Lists have as many items as `first`, `last` or `limit` asks for, at most 100, else three.
    public func mocking() -> Schema {
        resolving { call in self.mock(call.field.type, of: call) }
    }

    private func mock(_ type: TypeReference, of call: FieldCall, item: Int = 0) -> ResolvedValue {
        switch type {
        case .nonNull(let type): return mock(type, of: call, item: item)
        case .list(let type):
            return .list((0..<call.listLength).map { mock(type, of: call, item: item * 100 + $0 + 1) })
        case .named(let id):
            let type = self[id]
            let known = call.knownValues
            if type.isLeaf { return leaf(type, of: call, item: item, known: known) }
            let possible = possibleTypes(of: id)
            guard !possible.isEmpty else { return .null }
            let seed = MockSeed(parent: call.parent, field: call.field.name, item: item)
            let object = self[possible[seed.number(below: possible.count)]]
            return .object(typeName: object.name, seed.object(knowing: known))
        }
    }

    private func leaf(
        _ type: NamedType,
        of call: FieldCall,
        item: Int,
        known: OrderedDictionary<String, JSONValue>
    ) -> ResolvedValue {
        if let value = call.parent[call.field.name] { return .value(value) }
        let seed = MockSeed(parent: call.parent, field: call.field.name, item: item)
        switch type.kind {
        case .enumeration(let enumeration):
            let names = Array(enumeration.values.keys)
            return .value(.string(names[seed.number(below: names.count)]))
        default:
            return .value(MockValue(scalar: type.name, field: call.field.name, on: call.typeName, seed).json)
        }
    }
}

extension FieldCall {
    fileprivate var listLength: Int {
        for name in ["first", "last", "limit"] {
            if case .int(let count) = arguments[name] { return min(max(count, 0), 100) }
        }
        return 3
    }

    /// The leaves among the arguments, and inside the objects among them; the first of a name counts.
    fileprivate var knownValues: OrderedDictionary<String, JSONValue> {
        var known: OrderedDictionary<String, JSONValue> = [:]
        for (name, value) in arguments { value.collectLeaves(as: name, into: &known) }
        return known
    }
}

extension CoercedValue {
    fileprivate func collectLeaves(as name: String, into known: inout OrderedDictionary<String, JSONValue>) {
        let json: JSONValue
        switch self {
        case .object(let fields):
            for (name, value) in fields { value.collectLeaves(as: name, into: &known) }
            return
        case .null, .list: return
        case .boolean(let bool): json = .bool(bool)
        case .int(let int): json = .int(int)
        case .double(let double): json = .double(double)
        case .string(let text), .enum(let text): json = .string(text)
        }
        if known[name] == nil { known[name] = json }
    }
}
