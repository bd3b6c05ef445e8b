import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import NIOSSL
import SystemPackage

/// Sends one request to a server and reads its response.
struct GraphQLClient: Sendable {
    let target: QueryTarget

    /// The response, with or without errors in it.
    func send(_ input: QueryInput) async throws -> JSONValue {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let answer: Result<JSONValue, any Error>
        do {
            answer = .success(try await send(request(for: input), by: client))
        } catch {
            answer = .failure(error)
        }
        try await client.shutdown()
        return try answer.get()
    }

    private func request(for input: QueryInput) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: target.url + "/graphql")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/graphql-response+json, application/json;q=0.9")
        if let token = target.token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        request.body = .bytes(ByteBuffer(bytes: input.body))
        return request
    }

    private func send(_ request: HTTPClientRequest, by client: HTTPClient) async throws -> JSONValue {
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: Self.patience)
        } catch {
            throw CommandFault.noServer(QueryTarget.Missing(dataDirectory: "", url: target.url))
        }
        let body: ByteBuffer
        do {
            body = try await response.body.collect(upTo: Self.largestResponse)
        } catch {
            // A server that refuses a large body closes the connection while it is still being sent.
            throw CommandFault.answerLost(status: Int(response.status.code))
        }
        guard let value = try? JSONValue(parsing: Array(buffer: body), limits: Self.limits),
            value["data"] != nil || value["errors"] != nil
        else { throw CommandFault.notAGraphQLAnswer(status: Int(response.status.code)) }
        return value
    }

    private var configuration: HTTPClient.Configuration {
        // A redirection could carry the token to another server.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // Where nobody listens now, nobody will in a moment.
        configuration.connectionPool.retryConnectionEstablishment = false
        guard let certificate = target.certificate else { return configuration }
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.additionalTrustRoots = [.file(certificate.string)]
        tls.certificateVerification = .noHostnameVerification
        configuration.tlsConfiguration = tls
        return configuration
    }

    private static let patience = TimeAmount.seconds(60)
    private static let largestResponse = 256 << 20
    private static let limits = JSONLimits(bytes: largestResponse, nesting: JSONLimits.deepestNesting)
}
