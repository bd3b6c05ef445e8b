/// One random change to a text, which may make it invalid.
struct Tampering {
    private var dice: Dice
    private var tokens: [Substring]
    private let names: [String]
    private let vocabulary: Vocabulary

    /// What is put into a text.
    struct Vocabulary {
        /// Besides those of the text itself.
        let names: [String]
        /// After a colon.
        let values: [String]
        /// After an equals sign, and in lists.
        let literals: [String]
        /// After an opening brace.
        let members: [String]
        /// After an opening parenthesis.
        let arguments: [String]
        let definitions: [String]
        /// Anywhere.
        let marks: [String]
    }

    /// Changes a token or a few, once or twice.
    static func tampered(_ text: String, with vocabulary: Vocabulary, seed: UInt64) -> String {
        var tampering = Tampering(text, vocabulary, seed)
        for _ in 0..<(tampering.dice.percent(80) ? 1 : 2) { tampering.change() }
        return tampering.tokens.joined(separator: " ")
    }

    /// Changes characters instead, mostly for the lexer.
    static func garbled(_ text: String, seed: UInt64) -> String {
        var dice = Dice(seed: seed)
        var characters = Array(text.unicodeScalars)
        guard !characters.isEmpty else { return text }
        let position = dice.number(0...characters.count - 1)
        switch dice.number(0...3) {
        case 0: characters.remove(at: position)
        case 1: characters.removeSubrange(position...)
        case 2: characters[position] = dice.pick(telling)
        default: characters.insert(contentsOf: (0..<dice.number(1...3)).map { _ in dice.pick(telling) }, at: position)
        }
        return String(String.UnicodeScalarView(characters))
    }

    private static let telling = Array(
        "{}()[]:!$@=|&.\"\\#,\n\r\t -+eE0u1a_\u{0}\u{7F}\u{7}é😀\u{FEFF}\u{2028}".unicodeScalars
    )

    private init(_ text: String, _ vocabulary: Vocabulary, _ seed: UInt64) {
        dice = Dice(seed: seed)
        tokens = Self.tokens(of: text)
        names = vocabulary.names + tokens.filter(\.isWord).map(String.init)
        self.vocabulary = vocabulary
    }

    /// Words, numbers and strings whole, all else a character each; comments do not occur.
    private static func tokens(of text: String) -> [Substring] {
        let pattern = /"""(?s:.*?[^\\])?"""|"(?:[^"\\\n]|\\.)*"|\.\.\.|[\w.+-]+|[^\s]/
        return text.matches(of: pattern).map { text[$0.range] }
    }

    // MARK: Changes

    private mutating func change() {
        guard tokens.count > 2 else { return }
        let position = dice.number(0...tokens.count - 1)
        switch dice.number(0...19) {
        case 0..<5: replace(vocabulary: names) { tokens, index in tokens[index].isWord }
        case 5..<7: replace(vocabulary: vocabulary.values) { tokens, index in index > 0 && tokens[index - 1] == ":" }
        case 7..<9:
            replace(vocabulary: vocabulary.literals) { tokens, index in
                index > 0 && ["=", "[", ","].contains(tokens[index - 1])
            }
        case 9..<11: insert(vocabulary.members, after: "{", position)
        case 11..<13: insert(vocabulary.arguments, after: "(", position)
        case 13: removePair(near: position)
        case 14, 15: removeGroup(from: position)
        case 16: tokens.append(dice.pick(vocabulary.definitions)[...])
        case 17: tokens.insert(dice.pick(vocabulary.marks)[...], at: position)
        case 18: tokens.remove(at: position)
        default:
            tokens.insert(contentsOf: tokens[position..<min(tokens.count, position + dice.number(1...8))], at: position)
        }
    }

    private mutating func replace(vocabulary: [String], where isCandidate: ([Substring], Int) -> Bool) {
        guard let index = dice.any(tokens.indices.filter({ isCandidate(tokens, $0) })) else { return }
        tokens[index] = dice.pick(vocabulary)[...]
    }

    private mutating func insert(_ choices: [String], after token: Substring, _ position: Int) {
        guard let index = tokens[position...].firstIndex(of: token) ?? tokens.firstIndex(of: token) else { return }
        tokens.insert(dice.pick(choices)[...], at: index + 1)
    }

    /// `name : value`
    private mutating func removePair(near position: Int) {
        let colon = tokens[position...].firstIndex(of: ":") ?? tokens.firstIndex(of: ":")
        guard let colon, colon > 0, colon + 1 < tokens.count else { return }
        tokens.removeSubrange(colon - 1...colon + 1)
    }

    /// All from an opening bracket to the one that closes it.
    private mutating func removeGroup(from position: Int) {
        guard let start = tokens[position...].firstIndex(where: { ["{", "(", "["].contains($0) }) else { return }
        var depth = 0
        for index in start..<tokens.count {
            if ["{", "(", "["].contains(tokens[index]) { depth += 1 }
            if ["}", ")", "]"].contains(tokens[index]) { depth -= 1 }
            if depth == 0 { return tokens.removeSubrange(start...index) }
        }
    }
}

extension Substring {
    fileprivate var isWord: Bool { first?.isLetter == true }
}
