/// What every stored text keeps to: the lengths are those of the columns, in Unicode scalars.
enum TextRule {
    /// The longest name or SDK id: `varchar(255)` counts scalars too.
    static let maximumLength = 255

    /// The text without white space at its ends.
    ///
    /// - Throws: what is wrong with it; the text itself is not repeated.
    static func checked(_ text: String, atMost limit: Int = maximumLength) throws(TextFault) -> String {
        let scalars = text.unicodeScalars
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { throw .empty }
        let trimmed = scalars[first...last]
        guard trimmed.contains(where: isVisible) else { throw .empty }
        guard trimmed.count <= limit else { throw .tooLong(limit: limit) }
        guard !trimmed.contains(where: { $0.properties.generalCategory == .control }) else { throw .controlCharacter }
        return String(trimmed)
    }

    /// Zero-width characters alone would make a name that nobody can see.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }
}

/// What is wrong with a text.
package enum TextFault: Error, Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case controlCharacter
}

extension TextFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "It must not be empty."
        case .tooLong(let limit): "It must not be longer than \(limit) characters."
        case .controlCharacter: "It must not contain control characters such as line breaks or tabs."
        }
    }
}
