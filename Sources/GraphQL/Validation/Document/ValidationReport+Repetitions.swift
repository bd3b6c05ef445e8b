extension ValidationReport {
    /// One error for each name that occurs more than once, with all its places.
    mutating func addRepetitions(of names: some Sequence<AST.Name>, message: (String) -> String) {
        guard hasRepetition(names) else { return }
        var order: [String] = []
        var places: [String: [Location]] = [:]
        for name in names {
            if places[name.value, default: []].isEmpty { order.append(name.value) }
            places[name.value, default: []].append(name.location)
        }
        for name in order {
            guard let places = places[name], places.count > 1 else { continue }
            add(message(name), at: places)
        }
    }

    /// Most lists are short: comparing all pairs of a few names is cheaper than hashing them.
    private func hasRepetition(_ names: some Sequence<AST.Name>) -> Bool {
        var few: [String] = []
        var many: Set<String> = []
        for name in names.lazy.map(\.value) {
            if many.isEmpty {
                if few.contains(name) { return true }
                few.append(name)
                if few.count == 8 { many = Set(few) }
            } else if !many.insert(name).inserted {
                return true
            }
        }
        return false
    }
}
