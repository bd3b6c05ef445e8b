/// A piece of SQL whose values are binds, never text: `"SELECT … WHERE id = \(id)"` sends `$1` and the value apart.
///
/// Interpolating a value of a ``ColumnValue`` type makes a bind; interpolating another `SQL`, an ``Identifier`` or a
/// ``RowDefinition`` (its column list) inserts it as text. Pieces are joined with `+` and `joined(separator:)`, and
/// the binds are numbered when the statement is sent.
package struct SQL: Sendable {
    enum Part: Sendable {
        case text(String)
        case bind(Bind)
    }

    private(set) var parts: [Part] = []

    /// SQL as it stands. Only for text that the program itself made.
    package init(text: String) {
        parts = [.text(text)]
    }

    init(parts: [Part]) {
        self.parts = parts
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        SQL(parts: left.parts + right.parts)
    }

    package static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
    }
}

extension SQL {
    /// The name of a table, column, channel or database, quoted.
    package struct Identifier: Sendable {
        let quoted: String

        package init(_ name: String) {
            var quoted = "\""
            for character in name.unicodeScalars {
                if character == "\"" { quoted.unicodeScalars.append(character) }
                quoted.unicodeScalars.append(character)
            }
            self.quoted = quoted + "\""
        }
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(text: text)
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        package mutating func appendInterpolation(_ value: some ColumnValue) {
            parts.append(.bind(value.bind))
        }

        package mutating func appendInterpolation(_ value: (some ColumnValue)?) {
            parts.append(.bind(value.bind))
        }

        package mutating func appendInterpolation(_ piece: SQL) {
            parts += piece.parts
        }

        package mutating func appendInterpolation(_ name: Identifier) {
            parts.append(.text(name.quoted))
        }

        package mutating func appendInterpolation<Row>(_ row: RowDefinition<Row>) {
            parts.append(.text(row.columnList))
        }
    }
}

extension Sequence<SQL> {
    /// All pieces, in order, with a separator between two.
    package func joined(separator: SQL) -> SQL {
        var parts: [SQL.Part] = []
        for (index, piece) in enumerated() {
            if index > 0 { parts += separator.parts }
            parts += piece.parts
        }
        return SQL(parts: parts)
    }
}
