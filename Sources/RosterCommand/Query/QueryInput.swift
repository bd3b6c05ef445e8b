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

    init(document: String, variables: JSONValue?) {
        self.document = document
        self.variables = variables
        operationName = nil
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

    private static func document(argument: String?, file: String?) throws(CommandFault) -> String {
        let document: String
        switch (argument, file) {
        case (.some, .some): throw .badInput(.documentTwice)
        case (.some("-"), nil), (nil, .some("-")), (nil, nil): document = try InputText(at: "-").text
        case (.some(let text), nil): document = text
        case (nil, .some(let path)): document = try InputText(at: path).text
        }
        guard document.contains(where: { !$0.isWhitespace }) else { throw .badInput(.noDocument) }
        return document
    }

    /// `{"name": "value"}`, or `@` and the path of a file that holds it.
    private static func variables(_ text: String) throws(CommandFault) -> JSONValue {
        let json = text.hasPrefix("@") ? try InputText(at: String(text.dropFirst())).text : text
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(json.utf8), limits: JSONLimits(bytes: InputText.largest))
        } catch {
            throw .badInput(.variables(error.description))
        }
        guard case .object = value else { throw .badInput(.variables("They must be a JSON object.")) }
        return value
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
