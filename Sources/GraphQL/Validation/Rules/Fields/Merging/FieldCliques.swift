/// Fields of one response name by the objects on which they may be met.
struct FieldCliques {
    /// Those that may be met on objects of several types.
    private(set) var shared: [FieldOccurrence] = []
    /// Those that may be met on objects of one type only, a group for each type.
    private(set) var exclusive: [[FieldOccurrence]] = []

    init(_ fields: [FieldOccurrence]) {
        var groups: [TypeID: Int] = [:]
        for field in fields {
            guard let parent = field.exclusiveParent else {
                shared.append(field)
                continue
            }
            if let group = groups[parent] {
                exclusive[group].append(field)
            } else {
                groups[parent] = exclusive.count
                exclusive.append([field])
            }
        }
    }

    /// Groups whose members may all be met on one object.
    var all: [[FieldOccurrence]] {
        if shared.isEmpty { return exclusive }
        return exclusive.isEmpty ? [shared] : exclusive.map { shared + $0 }
    }
}
