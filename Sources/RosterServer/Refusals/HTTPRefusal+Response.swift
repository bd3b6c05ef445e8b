import HTTPTypes
import Hummingbird
import JSON

extension HTTPRefusal: HTTPResponseError {
    func response(from request: Request, context: some RequestContext) -> Response {
        response(at: request.uri.path)
    }

    /// The answer in the words of whoever asks at that path: of the OpenAI API, or of GraphQL.
    func response(at path: String) -> Response {
        path.hasPrefix("/v1/") ? OpenAIError(self).response() : response()
    }

    /// `{"errors":[{"message":"…","extensions":{"code":"…"}}]}` with the status and its header fields.
    func response() -> Response {
        var response = Response.json(json, status: status)
        response.headers.append(contentsOf: headers)
        return response
    }

    /// The body of the answer.
    var json: [UInt8] {
        var json = Array(#"{"errors":[{"message":"#.utf8)
        json.appendJSON(description)
        json += Array(#","extensions":{"code":"#.utf8)
        json.appendJSON(code)
        json += Array("}}]}".utf8)
        return json
    }
}
