/// Two fields of one response name that cannot be merged, and why.
struct FieldConflict {
    let one: FieldOccurrence
    let other: FieldOccurrence
    let reason: Reason

    indirect enum Reason {
        case names(String, String)
        case arguments
        case types(String, String)
        case subfields([FieldConflict])
    }

    /// Conflicts of subfields that one message names.
    private static let maximumNamed = 10

    init(_ one: FieldOccurrence, _ other: FieldOccurrence, because reason: Reason) {
        self.one = one
        self.other = other
        self.reason = reason
    }

    /// The conflicts of merged selection sets as conflicts of the fields whose sets they are.
    static func grouped(_ conflicts: [FieldConflict], by fields: [FieldOccurrence]) -> [FieldConflict] {
        var order: [Pair] = []
        var reasons: [Pair: [FieldConflict]] = [:]
        for conflict in conflicts {
            guard
                case .member(let one) = conflict.one.origin,
                case .member(let other) = conflict.other.origin
            else { continue }
            let pair = Pair(one: one, other: other)
            if reasons[pair] == nil { order.append(pair) }
            reasons[pair, default: []].append(conflict)
        }
        return order.map { pair in
            FieldConflict(fields[pair.one], fields[pair.other], because: .subfields(reasons[pair] ?? []))
        }
    }

    private struct Pair: Hashable {
        let one: Int
        let other: Int
    }

    var message: String {
        """
        Fields "\(one.field.responseName)" conflict because \(explanation). Use different aliases on the fields to \
        fetch both if this was intentional.
        """
    }

    private var explanation: String {
        switch reason {
        case .names(let one, let other): "\"\(one)\" and \"\(other)\" are different fields"
        case .arguments: "they have differing arguments"
        case .types(let one, let other): "they return conflicting types \"\(one)\" and \"\(other)\""
        case .subfields(let conflicts):
            conflicts.prefix(Self.maximumNamed)
                .map { "subfields \"\($0.one.field.responseName)\" conflict because \($0.explanation)" }
                .joined(separator: " and ")
        }
    }

    /// The first field and all below it that take part, then the same for the second.
    var locations: [Location] { locations(of: \.one) + locations(of: \.other) }

    private func locations(of side: (FieldConflict) -> FieldOccurrence) -> [Location] {
        let own = [side(self).field.location]
        guard case .subfields(let conflicts) = reason else { return own }
        return conflicts.prefix(Self.maximumNamed).reduce(into: own) { $0 += $1.locations(of: side) }
    }
}
