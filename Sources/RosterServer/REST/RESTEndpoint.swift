import GraphQL
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import OrderedCollections
import Roster

/// `/api`: routes that are stored GraphQL operations, for who has no GraphQL client at hand.
struct RESTEndpoint: Sendable {
    let routes: RESTRoutes
    let service: any GraphQLAnswering
    let access: Access
    let limits: ServerLimits

    /// Every path with the methods that it takes.
    var handlers: [(path: String, methods: [HTTPRequest.Method: Router<RequestScope>.Handler])] {
        var handlers: OrderedDictionary<String, [HTTPRequest.Method: Router<RequestScope>.Handler]> = [:]
        for operation in routes.operations {
            handlers[operation.route.path, default: [:]][operation.route.method] = { request, scope in
                do {
                    return try await answer(request, scope, by: operation)
                } catch let refusal as RESTRefusal {
                    return try refusal.response()
                }
            }
        }
        handlers["/api/openapi.json"] = [
            .get: { request, scope in
                _ = try access.viewer(of: request, scope)
                return .json(routes.description)
            }
        ]
        return handlers.map { (path: $0.key, methods: $0.value) }
    }

    private func answer(_ request: Request, _ scope: RequestScope, by operation: RESTOperation) async throws -> Response
    {
        let viewer = try access.viewer(of: request, scope)
        if let role = operation.role, !viewer.may(role) {
            throw RESTRefusal.roleMissing(role, isAuthenticated: viewer.isAuthenticated)
        }
        try await service.waitForVersion(in: request.headers, within: limits.versionWait)
        let body = try await body(of: request, for: operation)
        let variables = try operation.variables(of: request, parameters: scope.parameters, body: body)
        let call = GraphQL.Request(query: operation.route.document, variables: variables)
        let answered = await service.respond(to: call, as: viewer)
        guard answered.response.errors.isEmpty else { throw RESTRefusal.operation(answered.response.errors) }
        let limits = JSONLimits(bytes: answered.response.body.count, nameBytes: 256)
        let data = try JSONValue(parsing: answered.response.body, limits: limits)["data"] ?? .null
        var response = try operation.answer(with: data, to: request)
        response.headers[.rosterVersion] = answered.version.map { String($0) }
        return response
    }

    private func body(of request: Request, for operation: RESTOperation) async throws -> JSONValue? {
        guard !operation.bodyVariables.isEmpty else {
            // What another site's form could send changes nothing, even where no body is looked at.
            if request.headers.contains(.contentType) { try request.requireJSONContent() }
            return nil
        }
        try request.requireJSONContent()
        let bytes = Array(buffer: try await request.body(upTo: limits.body))
        do { return try JSONValue(parsing: bytes, limits: limits.json) } catch {
            throw RESTRefusal.malformedJSON(error)
        }
    }
}

extension RESTOperation {
    /// The response with the part of the result that is the answer, and the fields that go with it.
    fileprivate func answer(with data: JSONValue, to request: Request) throws -> Response {
        let found = route.result.reduce(data) { $0[$1] ?? .null }
        guard !found.isNull else { throw RESTRefusal.notFound }
        guard route.status != .noContent else { return Response(status: .noContent) }
        let value = shape.spelt(found)
        var response = try Response.json(value, status: route.status)
        if let version = value["version"]?.intValue { response.headers[.eTag] = "\"\(version)\"" }
        if route.status == .created, let id = value["id"]?.intValue {
            response.headers[.location] = "\(route.path)/\(id)"
        }
        let page = route.result.first.flatMap { data[$0]?["pageInfo"] }
        if page?["hasNextPage"]?.boolValue == true, let cursor = page?["endCursor"]?.stringValue {
            let first = try QueryParameters(parsing: request.uri.query)["first"].map { "&first=\($0)" } ?? ""
            HTTPField.Name("Link").map {
                response.headers[$0] = "<\(route.path)?after=\(cursor)\(first)>; rel=\"next\""
            }
        }
        return response
    }
}
