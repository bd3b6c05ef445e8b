import GraphQL

extension Draft {
    /// The value after a patch of a field that cannot be cleared; the old one where something was found wrong.
    func required<Input: InputType, Value>(
        _ patch: Patch<Input>,
        _ before: Value,
        at field: FieldPath,
        _ findings: inout Findings,
        read: (Input, FieldPath, inout Findings) -> Value?
    ) -> Value {
        switch patch {
        case .keep: return before
        case .set(let input): return read(input, field, &findings) ?? before
        case .clear:
            findings.add(.notClearable, at: field)
            return before
        }
    }

    /// The value after a patch of a field that can be cleared; the old one where something was found wrong.
    func optional<Input: InputType, Value, Fault: InputFault>(
        _ patch: Patch<Input>,
        _ before: Value?,
        at field: FieldPath,
        _ findings: inout Findings,
        read: (Input) throws(Fault) -> Value
    ) -> Value? {
        switch patch {
        case .keep: before
        case .clear: nil
        case .set(let input): findings.read(at: field) { () throws(Fault) in try read(input) } ?? before
        }
    }
}
