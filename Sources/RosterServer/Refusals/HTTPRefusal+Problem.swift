import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension HTTPRefusal {
    /// The refusal as a problem document (RFC 9457):
    /// `{"title":"Unauthorized","status":401,"detail":"…","code":"UNAUTHENTICATED"}`.
    func problem() -> Response {
        var json = Array(#"{"title":"#.utf8)
        json.appendJSON(status.reasonPhrase)
        json += Array(#","status":\#(status.code),"detail":"#.utf8)
        json.appendJSON(description)
        json += Array(#","code":"#.utf8)
        json.appendJSON(code)
        json.append(UInt8(ascii: "}"))
        var response = Response(
            status: status,
            headers: [
                .contentType: "application/problem+json", .contentLength: String(json.count),
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
        response.headers.append(contentsOf: headers)
        return response
    }
}
