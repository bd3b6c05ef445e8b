public import JSON
public import OrderedCollections

/// A request to execute a document (section 6.1).
public struct Request: Sendable, Hashable {
    public var query: String
    public var operationName: String?
    public var variables: OrderedDictionary<String, JSONValue>
    public var extensions: OrderedDictionary<String, JSONValue>

    public init(
        query: String,
        operationName: String? = nil,
        variables: OrderedDictionary<String, JSONValue> = [:],
        extensions: OrderedDictionary<String, JSONValue> = [:]
    ) {
        self.query = query
        self.operationName = operationName
        self.variables = variables
        self.extensions = extensions
    }
}

/// A response, serialised (section 7.1): errors first where there are any, then data, then extensions.
public struct Response: Sendable {
    /// One JSON object.
    public var body: [UInt8]
    public var errors: [GraphQLError]
    /// False for request errors: nothing was executed, and the response has no `data`.
    public var hasData: Bool

    /// A response to a request that was not executed.
    public init(_ errors: RequestErrors, extensions: OrderedDictionary<String, JSONValue> = [:]) {
        self.init(errors: errors.errors, data: nil, extensions: extensions)
    }

    /// A response of any kind.
    ///
    /// - Parameter data: the member's value as JSON, nil for a response without it.
    public init(
        errors: [GraphQLError],
        data: [UInt8]?,
        extensions: OrderedDictionary<String, JSONValue> = [:]
    ) {
        var writer = ResponseWriter(capacity: (data?.count ?? 256) + 64)
        var separator = UInt8(ascii: "{")
        if !errors.isEmpty {
            writer.append(separator)
            writer.append("\"errors\":")
            writer.write(errors)
            separator = UInt8(ascii: ",")
        }
        if let data {
            writer.append(separator)
            writer.append("\"data\":")
            writer.append(data)
            separator = UInt8(ascii: ",")
        }
        if !extensions.isEmpty {
            writer.append(separator)
            writer.append("\"extensions\":")
            writer.write(.object(extensions))
        }
        writer.append("}")
        body = writer.bytes()
        self.errors = errors
        hasData = data != nil
    }
}
