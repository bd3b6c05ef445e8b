import GraphQL

/// All that a node holds but the places it was read from, as a text: two nodes say the same when these are equal.
func structure(of node: Any) -> String {
    if node is Location { return "_" }
    if let text = node as? String { return text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }
    let children = Mirror(reflecting: node).children
    guard !children.isEmpty else { return "\(node)" }
    let members = children.map { "\($0.label ?? ""): \(structure(of: $0.value))" }
    return "(\(members.joined(separator: ", ")))"
}
