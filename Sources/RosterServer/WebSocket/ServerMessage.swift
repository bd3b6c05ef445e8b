import GraphQL
import JSON

/// The bytes of what the server says in the protocol `graphql-transport-ws`.
enum ServerMessage {
    static let connectionAck = Array(#"{"type":"connection_ack"}"#.utf8)
    static let pong = Array(#"{"type":"pong"}"#.utf8)

    /// An execution result.
    static func next(_ id: String, _ response: Response) -> [UInt8] {
        message("next", id, payload: response.body[...])
    }

    /// Why an operation was not executed; nothing follows.
    static func error(_ id: String, _ errors: [GraphQLError]) -> [UInt8] {
        // `{"errors":[…]}` without its braces and its one name is the list.
        let list = Response(errors: errors, data: nil).body.dropFirst(#"{"errors":"#.utf8.count).dropLast()
        return message("error", id, payload: list)
    }

    /// All results have been sent.
    static func complete(_ id: String) -> [UInt8] {
        message("complete", id, payload: nil)
    }

    private static func message(_ type: String, _ id: String, payload: ArraySlice<UInt8>?) -> [UInt8] {
        var bytes = Array(#"{"id":"#.utf8)
        bytes.reserveCapacity(48 + id.utf8.count + (payload?.count ?? 0))
        bytes.appendJSON(id)
        bytes += Array(#","type":"\#(type)""#.utf8)
        if let payload {
            bytes += Array(#","payload":"#.utf8)
            bytes += payload
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
