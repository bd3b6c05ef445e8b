/// A place in a list in its stable order: by name, ties by id.
package struct NameOrder<Of: Noun>: Comparable, Hashable, Sendable {
    package let name: Name
    package let id: ID<Of>

    package init(_ name: Name, _ id: ID<Of>) {
        self.name = name
        self.id = id
    }

    package static func < (left: NameOrder, right: NameOrder) -> Bool {
        let names = left.name.comparison(with: right.name)
        return names == 0 ? left.id < right.id : names < 0
    }
}
