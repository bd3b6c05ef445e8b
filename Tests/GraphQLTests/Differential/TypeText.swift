/// A type as SDL writes it.
indirect enum TypeText {
    case named(String)
    case list(TypeText)
    case nonNull(TypeText)

    var text: String {
        switch self {
        case .named(let name): name
        case .list(let type): "[\(type.text)]"
        case .nonNull(let type): "\(type.text)!"
        }
    }

    var name: String {
        switch self {
        case .named(let name): name
        case .list(let type), .nonNull(let type): type.name
        }
    }

    var isNonNull: Bool {
        if case .nonNull = self { true } else { false }
    }

    /// Whether a value always holds one of the named type: no list and no null is on the way.
    var needsValue: Bool {
        if case .nonNull(.named) = self { true } else { false }
    }

    /// Wrapped at random, up to lists of lists with non-null at every place.
    static func random(_ name: String, _ dice: inout Dice, lists: Int = 40, nonNull: Int = 35) -> TypeText {
        var type = TypeText.named(name)
        if dice.percent(nonNull) { type = .nonNull(type) }
        for _ in 0..<2 {
            guard dice.percent(lists) else { break }
            type = .list(type)
            if dice.percent(nonNull) { type = .nonNull(type) }
        }
        return type
    }

    /// Itself or one of its subtypes: non-null at more places, and the name replaced where `name` knows a special one.
    func narrowed(_ dice: inout Dice, name special: (String) -> String) -> TypeText {
        switch self {
        case .named(let name):
            let named = TypeText.named(special(name))
            return dice.percent(20) ? .nonNull(named) : named
        case .list(let type):
            let list = TypeText.list(type.narrowed(&dice, name: special))
            return dice.percent(20) ? .nonNull(list) : list
        case .nonNull(let type):
            let narrow = type.narrowed(&dice, name: special)
            return narrow.isNonNull ? narrow : .nonNull(narrow)
        }
    }
}
