import GraphQL
import JSON
import OrderedCollections

/// One thing that is wrong with a document, and where.
struct Diagnostic: Sendable, Hashable {
    let file: String
    let error: GraphQLError
    /// The line that the first place is in, without its end; nil where no place is to blame.
    let line: Substring?

    /// Everything that is wrong with a document.
    static func all(of text: String, named file: String, against schema: Schema) -> [Diagnostic] {
        var errors: [GraphQLError] = []
        do {
            errors = schema.validate(try AST.Document(parsing: text))
        } catch {
            errors = [error]
        }
        guard !errors.isEmpty else { return [] }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        return errors.map { error in
            let number = error.locations.first.map { Int($0.line) - 1 }
            let line = number.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
            return Diagnostic(file: file, error: error, line: line)
        }
    }

    /// As compilers write it: `file:line:column: error: message`, the line, and a caret under the column.
    var text: String {
        let place = error.locations.first.map { ":\($0.line):\($0.column)" } ?? ""
        var text = "\(file)\(place): error: \(error.message)\n"
        if let line, let location = error.locations.first {
            let shown = line.prefix(Self.longestLine)
            text += "\(location.line.margin) | \(shown)\n"
            text +=
                "\(String(repeating: " ", count: location.line.margin.count)) | \(shown.indentation(to: location))^\n"
        }
        for other in error.locations.dropFirst() {
            text += "\(file):\(other.line):\(other.column): note: and here\n"
        }
        return text
    }

    var json: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [
            "file": .string(file),
            "message": .string(error.message),
            "locations": .array(
                error.locations.map { ["line": .int(Int($0.line)), "column": .int(Int($0.column))] }
            ),
        ]
        if let code = error.code { members["code"] = .string(code.rawValue) }
        return .object(members)
    }

    /// Longer lines, such as minified documents, are cut off.
    private static let longestLine = 400
}

extension UInt32 {
    /// The line's number, right-aligned.
    fileprivate var margin: String {
        let digits = String(self)
        return String(repeating: " ", count: Swift.max(0, 5 - digits.count)) + digits
    }
}

extension Substring {
    /// White space as wide as what stands before a column, which counts UTF-16 code units; tabs stay tabs.
    fileprivate func indentation(to location: Location) -> String {
        let before = utf16.prefix(Int(location.column) - 1)
        return String(String(before)?.map { $0 == "\t" ? "\t" : " " } ?? [])
    }
}
