/// A variable where a value is expected (section 5.8.5).
struct VariableUsage: Hashable {
    let name: String
    let location: Location
    /// The place's type, nil where it is unknown.
    let type: TypeReference?
    /// Whether the argument or input field has a default value.
    let hasDefault: Bool
    /// The input object, where exactly one field has to be given and this is it.
    let oneOf: TypeID?
}
