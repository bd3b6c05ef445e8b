import HTTPTypes
import Hummingbird
import JSON
import Logging
import NIOCore
import NIOHTTP1
import Roster

/// `/v1`: any client of the OpenAI API can use the configured models, with a Roster token as its key.
struct GatewayEndpoint: Sendable {
    let registry: Registry
    let service: any GraphQLAnswering
    let access: Access
    let limits: ServerLimits
    let upstream: UpstreamClient

    /// `GET /v1/models`.
    func models(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await admit(request, scope)
        let snapshot = registry.snapshot
        return try .json(ModelList.json(of: snapshot)).made(from: snapshot)
    }

    /// `GET /v1/models/<model SDK id>`, in which slashes may be written as they are.
    func model(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await admit(request, scope)
        let name = scope.parameters.getCatchAll().joined(separator: "/").percentDecoded
        guard let name else { throw GatewayRefusal.unknownModel }
        let snapshot = registry.snapshot
        return try .json(ModelList.json(of: ModelChoice.entry(name, in: snapshot))).made(from: snapshot)
    }

    /// `POST /v1/chat/completions`.
    func chatCompletions(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await forward(request, scope, to: "chat/completions")
    }

    /// `POST /v1/embeddings`.
    func embeddings(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await forward(request, scope, to: "embeddings")
    }

    @discardableResult
    private func admit(_ request: Request, _ scope: RequestScope) async throws -> Viewer {
        let viewer = try access.viewer(of: request, scope)
        guard viewer.may(.member) else {
            throw GatewayRefusal.roleMissing(isAuthenticated: viewer.isAuthenticated)
        }
        try await service.waitForVersion(in: request.headers, within: limits.versionWait)
        return viewer
    }
}

extension GatewayEndpoint {
    /// Passes a request on to the provider of the model that it names, and the answer back.
    private func forward(_ request: Request, _ scope: RequestScope, to route: String) async throws -> Response {
        try request.requireJSONContent()
        let viewer = try await admit(request, scope)
        let limit = upstream.limits.requestBody
        let body = try await request.body(upTo: limit)
        let asked = try GatewayRequest(parsing: Array(buffer: body), limits: JSONLimits(bytes: limit))
        let choice = try ModelChoice(asked.model, in: registry)
        let call = UpstreamCall(asked, to: route, of: choice, trace: request.headers)
        let answer = GatewayAnswer(
            upstream: upstream, key: choice.endpoint.key, isStreamed: asked.isStreamed
        ) { [service] in try await service.watchToken(of: viewer) }
        do {
            return try await CallerWatch.whilePresent(on: scope.channel) { [upstream, registry] in
                let response = try await upstream.send(call, within: upstream.limits.firstByte)
                return try await answer.passOn(response, over: scope.channel).made(from: registry.snapshot)
            }
        } catch let fault as CallFault {
            scope.logger.info(
                "call to a provider failed",
                metadata: ["provider": "\(choice.entry.provider.provider.id)", "reason": "\(fault)"])
            throw GatewayRefusal.upstream(fault)
        }
    }
}

extension UpstreamCall {
    fileprivate init(_ asked: GatewayRequest, to route: String, of choice: ModelChoice, trace: HTTPFields) {
        self.init(.POST, choice.endpoint.url(of: route), of: choice.endpoint)
        setJSON(ByteBuffer(bytes: asked.bytes(naming: String(choice.entry.model.sdkID.model))))
        if asked.isStreamed { setHeader("Accept", "text/event-stream") }
        if let context = TraceContext(of: trace) {
            setHeader("traceparent", context.parent)
            context.state.map { setHeader("tracestate", $0) }
        }
    }
}

extension Response {
    /// The same, with the version of the configuration that it was made from.
    fileprivate func made(from snapshot: Snapshot) -> Response {
        var response = self
        response.headers[.rosterVersion] = String(snapshot.version)
        return response
    }

    /// A response whose body is that value.
    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) throws -> Response {
        var text: [UInt8] = []
        try value.write(to: &text)
        return .json(text, status: status)
    }
}

extension GraphQLAnswering {
    /// Waits as long as the viewer may go on, and then refuses it.
    fileprivate func watchToken(of viewer: Viewer) async throws -> Never {
        await waitWhileCurrent(viewer)
        // A server that stops tells nobody of changes any more, but lets answers flow to their end.
        while isCurrent(viewer) { try await Task.sleep(for: .seconds(1)) }
        throw HTTPRefusal.unauthenticated(.unknownToken)
    }
}
