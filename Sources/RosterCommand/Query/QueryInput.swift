import JSON
import OrderedCollections
import SystemPackage

/// What a query command sends: a document, and what belongs to it.
struct QueryInput: Sendable {
    let document: String
    let variables: JSONValue?
    let operationName: String?

    /// Why there is nothing to send.
    enum Fault: Error, Sendable, Hashable {
        case documentTwice
        case noDocument
        case unreadable(path: String, Errno)
        case variables(String)
    }

    /// Takes the document from the argument, from a file, or from standard input.
    init(argument: String?, file: String?, variables: String?, operationName: String?) throws(CommandFault) {
        document = try Self.document(argument: argument, file: file)
        self.variables = try variables.map(Self.variables)
        self.operationName = operationName
    }

    /// The body of the request.
    var body: [UInt8] {
        var members: OrderedDictionary<String, JSONValue> = ["query": .string(document)]
        if let variables { members["variables"] = variables }
        if let operationName { members["operationName"] = .string(operationName) }
        var bytes: [UInt8] = []
        // Throws for numbers that are not finite, and what was read as JSON has none.
        try? JSONValue.object(members).write(to: &bytes)
        return bytes
    }

    private static let largestInput = 64 << 20

    private static func document(argument: String?, file: String?) throws(CommandFault) -> String {
        let document: String
        switch (argument, file) {
        case (.some, .some): throw .badInput(.documentTwice)
        case (.some("-"), nil), (nil, .some("-")), (nil, nil): document = try standardInput()
        case (.some(let text), nil): document = text
        case (nil, .some(let path)): document = try contents(of: path)
        }
        guard document.contains(where: { !$0.isWhitespace }) else { throw .badInput(.noDocument) }
        return document
    }

    /// `{"name": "value"}`, or `@` and the path of a file that holds it.
    private static func variables(_ text: String) throws(CommandFault) -> JSONValue {
        let json = text.hasPrefix("@") ? try contents(of: String(text.dropFirst())) : text
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(json.utf8), limits: JSONLimits(bytes: largestInput))
        } catch {
            throw .badInput(.variables(error.description))
        }
        guard case .object = value else { throw .badInput(.variables("They must be a JSON object.")) }
        return value
    }

    private static func contents(of path: String) throws(CommandFault) -> String {
        if path == "-" { return try standardInput() }
        do {
            return String(decoding: try FilePath(path).contents(upTo: largestInput), as: UTF8.self)
        } catch {
            throw .badInput(.unreadable(path: path, error))
        }
    }

    private static func standardInput() throws(CommandFault) -> String {
        do {
            return String(decoding: try FileDescriptor.standardInput.readAll(upTo: largestInput), as: UTF8.self)
        } catch {
            throw .badInput(.unreadable(path: "standard input", error))
        }
    }
}

extension QueryInput.Fault: CustomStringConvertible {
    var description: String {
        switch self {
        case .documentTwice: "Give the document as an argument or with --file, not both."
        case .noDocument: "There is no document: give it as an argument, with --file, or on standard input."
        case .unreadable(let path, let errno): "\(path) cannot be read: \(errno)."
        case .variables(let problem): "--variables is of no use. \(problem)"
        }
    }
}
