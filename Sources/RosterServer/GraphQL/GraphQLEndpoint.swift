import GraphQL
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Roster

/// `/graphql`: the pipeline that a GraphQL request goes through.
struct GraphQLEndpoint: Sendable {
    let service: any GraphQLAnswering
    var access: Access
    let limits: ServerLimits

    /// `POST /graphql`.
    func post(_ request: Hummingbird.Request, _ scope: RequestScope) async throws -> Hummingbird.Response {
        let answer = try MediaType.Answer(accepting: request.headers[values: .accept])
        try request.requireJSONContent()
        let viewer = try access.viewer(of: request, scope)
        let body = try await request.body(upTo: limits.body)
        let call = try GraphQL.Request(body: Array(buffer: body), limits: limits.json)
        return await service.respond(to: call, as: viewer).http(as: answer)
    }

    /// `GET /graphql?query=…`, for queries only.
    func get(_ request: Hummingbird.Request, _ scope: RequestScope) async throws -> Hummingbird.Response {
        let answer = try MediaType.Answer(accepting: request.headers[values: .accept])
        let viewer = try access.viewer(of: request, scope)
        let parameters = try QueryParameters(parsing: request.uri.query)
        let call = try GraphQL.Request(parameters: parameters, limits: limits.json)
        do {
            return try await service.respond(toQuery: call, as: viewer).http(as: answer)
        } catch {
            throw HTTPRefusal.mutationByGet
        }
    }
}
