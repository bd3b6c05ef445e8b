import GraphQL
import JSON
import OrderedCollections

/// What a client says in the protocol `graphql-transport-ws`.
enum ClientMessage: Sendable {
    case connectionInit(payload: OrderedDictionary<String, JSONValue>)
    case ping
    case pong
    case subscribe(id: String, Request)
    case complete(id: String)

    /// The longest id of an operation, in bytes.
    static let longestID = 256

    /// - Throws: `invalidMessage` for everything that the protocol does not name.
    init(_ text: [UInt8], limits: JSONLimits) throws(MustClose) {
        guard case .object(let members)? = try? JSONValue(parsing: text, limits: limits),
            case .string(let type)? = members["type"],
            // Comparing longer ones can be made slow.
            type.utf8.count <= 32
        else { throw MustClose(.invalidMessage) }
        switch type {
        case "connection_init": self = .connectionInit(payload: try Self.payload(of: members))
        case "ping":
            _ = try Self.payload(of: members)
            self = .ping
        case "pong":
            _ = try Self.payload(of: members)
            self = .pong
        case "subscribe": self = .subscribe(id: try Self.id(of: members), try Self.request(of: members))
        case "complete": self = .complete(id: try Self.id(of: members))
        default: throw MustClose(.invalidMessage)
        }
    }

    private static func id(of members: OrderedDictionary<String, JSONValue>) throws(MustClose) -> String {
        guard case .string(let id)? = members["id"], !id.isEmpty, id.utf8.count <= longestID else {
            throw MustClose(.invalidMessage)
        }
        return id
    }

    private static func payload(
        of members: OrderedDictionary<String, JSONValue>
    ) throws(MustClose) -> OrderedDictionary<String, JSONValue> {
        switch members["payload"] {
        case nil, .null: return [:]
        case .object(let payload): return payload
        default: throw MustClose(.invalidMessage)
        }
    }

    private static func request(of members: OrderedDictionary<String, JSONValue>) throws(MustClose) -> Request {
        guard case .object(let payload)? = members["payload"], let request = try? Request(members: payload),
            (try? PersistedRequest(request)) != nil
        else { throw MustClose(.invalidMessage) }
        return request
    }
}
