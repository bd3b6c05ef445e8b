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
    private let documents: PersistedDocuments

    init(service: any GraphQLAnswering, access: Access, limits: ServerLimits) {
        self.service = service
        self.access = access
        self.limits = limits
        documents = PersistedDocuments(bytes: limits.persistedDocuments)
    }

    private static let all: Set<AST.OperationType> = [.query, .mutation, .subscription]

    /// `POST /graphql`.
    func post(_ request: Hummingbird.Request, _ scope: RequestScope) async throws -> Hummingbird.Response {
        let types = try AnswerTypes(accepting: request.headers[values: .accept])
        try request.requireJSONContent()
        let viewer = try access.viewer(of: request, scope)
        try await service.waitForVersion(in: request.headers, within: limits.versionWait)
        let body = try await request.body(upTo: limits.body)
        let call = try GraphQL.Request(body: Array(buffer: body), limits: limits.json)
        switch try await answer(call, viewer, types.allowsStream ? Self.all : Self.all.subtracting([.subscription])) {
        case .response(let answered):
            guard let type = types.single else { return .events(answered) }
            return .answer(answered, as: type)
        case .stream(let responses):
            return .events(stream(of: responses, viewer))
        }
    }

    /// `GET /graphql?query=…`, for queries and, as a stream, subscriptions.
    func get(_ request: Hummingbird.Request, _ scope: RequestScope) async throws -> Hummingbird.Response {
        let types = try AnswerTypes(accepting: request.headers[values: .accept])
        let viewer = try access.viewer(of: request, scope)
        try await service.waitForVersion(in: request.headers, within: limits.versionWait)
        let parameters = try QueryParameters(parsing: request.uri.query)
        let call = try GraphQL.Request(parameters: parameters, limits: limits.json)
        switch try await answer(call, viewer, types.allowsStream ? [.query, .subscription] : [.query]) {
        case .response(let answered):
            guard let type = types.single else { return .events(answered) }
            return .answer(answered, as: type, toGetWith: request.headers)
        case .stream(let responses):
            return .events(stream(of: responses, viewer))
        }
    }

    private func stream(of responses: ResponseStream, _ viewer: Viewer) -> EventStream {
        EventStream(
            responses: responses, viewer: viewer, service: service, limits: limits,
            open: access.observation.eventStreams)
    }

    /// Answers a call whose document may be named instead of sent.
    func answer(
        _ call: GraphQL.Request,
        _ viewer: Viewer,
        _ kinds: Set<AST.OperationType>
    ) async throws -> GraphQLAnswer {
        let request = try PersistedRequest(call)
        let complete: GraphQL.Request
        do {
            complete = try documents.complete(request)
        } catch let errors as RequestErrors {
            return .response(AnsweredRequest(GraphQL.Response(errors)))
        }
        let answer: GraphQLAnswer
        do {
            answer = try await service.answer(complete, as: viewer, allowing: kinds)
        } catch {
            throw error.kind == .subscription ? HTTPRefusal.subscriptionNeedsStream : .mutationByGet
        }
        if answer.isOfValidDocument { documents.keep(request, of: viewer) }
        return answer
    }
}

extension GraphQLAnswer {
    /// Whether the document was found to be right, so that others may ask for it again.
    fileprivate var isOfValidDocument: Bool {
        switch self {
        case .response(let answered): answered.response.hasData
        case .stream: true
        }
    }
}
