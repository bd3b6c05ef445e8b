import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import OrderedCollections
import Postgres
import Roster
import Vault

@testable import RosterServer

extension LiveSite {
    /// In every made-up key of these tests.
    static let canary = "made-up-canary-0123456789abcdef"

    /// Stores a provider with one model, `<SDK id>:tiny`.
    func store(_ sdkID: String, at url: String?, key: String? = canary, isDefault: Bool = false) async throws {
        let provider = NewProvider(
            name: sdkID,
            sdkID: sdkID,
            baseURL: url,
            apiKey: key.map { Secret($0) },
            models: [NewModel(name: "Tiny", sdkID: "\(sdkID):tiny", isEnabled: true, isDefault: isDefault)]
        )
        try await mutate { _ = try await $0.createProvider(provider) }
    }

    /// Changes the tables behind the registry's back.
    func execute(_ sql: SQL) async throws {
        try await pool.withConnection { connection in _ = try await connection.execute(sql) }
    }

    /// The registry as a server finds it that starts now.
    func reopened() async throws -> Registry {
        try await Registry.open(pool, keyring: keyring, logger: Self.logger)
    }

    func mutate(_ body: @Sendable (RegistryTransaction) async throws -> Void) async throws {
        try await registry.mutate(as: Viewer(name: "tests", role: .editor), body)
    }

    /// Sends a body to `/v1/chat/completions`, as the administrator unless other fields are given.
    func chat(_ body: String, headers: HTTPFields? = nil) async throws -> TestResponse {
        try await client.executeRequest(
            uri: "/v1/chat/completions",
            method: .post,
            headers: headers ?? bearer.merging([.contentType: "application/json"]),
            body: ByteBuffer(string: body)
        )
    }

    /// Runs a document, of which no answer may hold a key.
    func query(_ document: String) async throws -> JSONValue {
        var body: [UInt8] = []
        try JSONValue.object(["query": .string(document)]).write(to: &body)
        return try await post(String(decoding: body, as: UTF8.self)).json
    }
}
