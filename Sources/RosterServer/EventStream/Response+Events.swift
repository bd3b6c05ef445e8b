import GraphQL
import HTTPTypes
import Hummingbird
import NIOCore
import Roster

extension Hummingbird.Response {
    /// A finished list of events, for what is answered once to a caller that takes events only.
    static func events(_ answered: AnsweredRequest) -> Self {
        let events = Event.next(answered.response.body) + Event.complete
        var response = Self(
            status: .ok, headers: eventHeaders, body: ResponseBody(byteBuffer: ByteBuffer(bytes: events)))
        response.headers[.rosterVersion] = answered.version.map { String($0) }
        return response
    }

    /// Events for as long as they come.
    static func events(_ stream: EventStream) -> Self {
        var headers = eventHeaders
        headers[.rosterVersion] = stream.service.version.map { String($0) }
        return Self(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in try await stream.write(to: &writer) }
        )
    }

    private static let eventHeaders: HTTPFields = {
        var fields: HTTPFields = [.contentType: "\(EventStream.mediaType); charset=utf-8", .cacheControl: "no-store"]
        // Proxies that gather answers are asked to let events pass one by one.
        HTTPField.Name("X-Accel-Buffering").map { fields[$0] = "no" }
        return fields
    }()
}
