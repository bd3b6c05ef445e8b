import JSON

/// A leaf that looks like what its field's name says.
struct MockValue {
    let json: JSONValue

    init(scalar: String, field: String, on typeName: String, _ seed: MockSeed) {
        let number = seed.number(below: 900) + 100
        json =
            switch BuiltInScalar(rawValue: scalar) {
            case .int: .int(Self.count(field, seed))
            case .float: .double(Double(seed.number(below: 100_000)) / 100)
            case .boolean: .bool(seed.number(below: 2) == 0)
            case .id: .string("\(typeName.lowercased())_\(number)")
            case .string: .string(Self.text(field, on: typeName, number, seed))
            case nil: .string(Self.text(of: scalar, number, seed))
            }
    }

    private static func count(_ field: String, _ seed: MockSeed) -> Int {
        let name = field.lowercased()
        if name.contains("year") { return 1990 + seed.number(below: 40) }
        if name.contains("age") || name.contains("percent") { return seed.number(below: 100) }
        return seed.number(below: 1_000)
    }

    private static func text(_ field: String, on typeName: String, _ number: Int, _ seed: MockSeed) -> String {
        let name = field.lowercased()
        let word = words[seed.number(below: words.count)]
        switch name {
        case _ where name.contains("email"): return "\(word.lowercased())\(number)@example.com"
        case _ where name.hasSuffix("url") || name.hasSuffix("uri") || name.contains("link"):
            return "https://example.com/\(word.lowercased())/\(number)"
        case _ where name.hasSuffix("at") && name.count > 2 && field.hasSuffix("At"), _ where name.contains("date"):
            return instant(seed)
        case _ where name.contains("cursor"): return "cursor-\(number)"
        case _ where name.contains("description") || name.contains("summary") || name.contains("message"):
            return
                "\(word) \(words[number % words.count].lowercased()) and \(words[number / 7 % words.count].lowercased())."
        case _ where name.contains("name") || name.contains("title") || name.contains("label"):
            return "\(word) \(typeName) \(number)"
        default: return "\(word.lowercased())-\(number)"
        }
    }

    /// Custom scalars, by the names that are customary for them.
    private static func text(of scalar: String, _ number: Int, _ seed: MockSeed) -> String {
        switch scalar.lowercased() {
        case "datetime", "timestamp": instant(seed)
        case "date": String(instant(seed).prefix(10))
        case "url", "uri": "https://example.com/\(number)"
        case "uuid": "00000000-0000-4000-8000-000000000\(number)"
        default: "\(scalar.lowercased())-\(number)"
        }
    }

    private static func instant(_ seed: MockSeed) -> String {
        let month = seed.number(below: 12) + 1
        let day = seed.number(below: 28) + 1
        let hour = seed.number(below: 24)
        return "2026-\(padded(month))-\(padded(day))T\(padded(hour)):30:00Z"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let words = [
        "Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heron", "Indigo", "Juniper", "Kestrel",
        "Lagoon",
        "Maple", "Nectar", "Ocean", "Pebble", "Quartz", "River", "Saffron", "Tundra", "Umber", "Violet", "Willow",
        "Zephyr",
    ]
}
