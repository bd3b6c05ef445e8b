import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import Logging
import NIOCore
import Postgres
import Roster
import SystemPackage
import Vault

@testable import RosterServer

/// The whole site over a fresh database, and the administrator's token.
struct LiveSite {
    let client: any TestClientProtocol
    let registry: Registry
    let token: String
    let pool: Pool
    let keyring: Keyring

    static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// The folder of this package: four levels above this file.
    static let root = (0..<4).reduce(FilePath(#filePath)) { path, _ in path.removingLastComponent() }

    /// Runs `body` against the site, by the router alone or over a socket.
    static func with(
        _ setup: TestingSetup = .router,
        anonymousRole: Role? = nil,
        limits: ServerLimits = ServerLimits(),
        rule: AddressRule = AddressRule(allowsPrivate: true),
        upstreamLimits: UpstreamLimits = UpstreamLimits(),
        _ body: @Sendable (LiveSite) async throws -> Void
    ) async throws {
        let database = try await ScratchDatabase.create(template: "roster_server_migrated") { settings in
            try await Migrations(directory: root.appending("schema/migrations")).apply(to: settings, logger: logger)
        }
        let pool = Pool(database.settings, logger: logger)
        let result: Result<Void, any Error>
        do {
            let keyring = Keyring(current: try .random())
            let registry = try await Registry.open(pool, keyring: keyring, logger: logger)
            let token = try await registry.createAdministrator()?.secret.withText { $0 } ?? ""
            try await UpstreamClient.with(rule: rule, limits: upstreamLimits, logger: logger) { upstream in
                let site = try Site(
                    registry: registry,
                    service: try GraphQLService(
                        registry, calls: upstream, operationTime: limits.executionTime, logger: logger),
                    upstream: upstream,
                    anonymousRole: anonymousRole,
                    pages: root.appending("Public").string,
                    limits: limits,
                    logger: logger
                )
                try await site.application(at: Site.Address(host: "127.0.0.1", port: 0)).test(setup) { client in
                    try await body(
                        LiveSite(client: client, registry: registry, token: token, pool: pool, keyring: keyring))
                }
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await pool.close()
        try await database.drop()
        try result.get()
    }

    /// Sends a POST to `/graphql`, as the administrator unless other fields are given.
    func post(_ body: String, headers: HTTPFields? = nil) async throws -> TestResponse {
        try await client.executeRequest(
            uri: "/graphql",
            method: .post,
            headers: headers ?? bearer.merging([.contentType: "application/json"]),
            body: ByteBuffer(string: body)
        )
    }

    /// Sends any request.
    func send(
        _ method: HTTPRequest.Method,
        _ uri: String,
        headers: HTTPFields = [:],
        body: String? = nil
    ) async throws -> TestResponse {
        try await client.executeRequest(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

    var bearer: HTTPFields { [.authorization: "Bearer \(token)"] }
}

extension HTTPFields {
    /// These fields and those, of which the latter win.
    func merging(_ others: HTTPFields) -> HTTPFields {
        var fields = self
        for field in others { fields[field.name] = field.value }
        return fields
    }
}

extension TestResponse {
    var json: JSONValue {
        get throws { try JSONValue(parsing: Array(buffer: body)) }
    }

    /// `extensions.code` of the only error.
    var code: String? {
        get throws { try json["errors"]?[0]?["extensions"]?["code"]?.stringValue }
    }
}
