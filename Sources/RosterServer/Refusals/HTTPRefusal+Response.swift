import HTTPTypes
import Hummingbird
import JSON

extension HTTPRefusal: HTTPResponseError {
    func response(from request: Request, context: some RequestContext) -> Response {
        response()
    }

    /// `{"errors":[{"message":"…","extensions":{"code":"…"}}]}` with the status and its header fields.
    func response() -> Response {
        var json = Array(#"{"errors":[{"message":"#.utf8)
        json.appendJSON(description)
        json += Array(#","extensions":{"code":"#.utf8)
        json.appendJSON(code)
        json += Array("}}]}".utf8)
        var response = Response.json(json, status: status)
        response.headers.append(contentsOf: headers)
        return response
    }
}
