import GraphQL
import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import OrderedCollections
import Roster
import Testing

@testable import RosterServer

struct RESTTests {
    private func send(
        _ site: LiveSite,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: JSONValue? = nil,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let text = try body?.text()
        return try await site.client.executeRequest(
            uri: path,
            method: method,
            headers: site.bearer.merging([.contentType: "application/json"]).merging(headers),
            body: text.map { ByteBuffer(string: $0) }
        )
    }

    private func fill(_ site: LiveSite) async throws {
        for name in ["a", "b"] {
            let provider: JSONValue = [
                "name": .string(name), "providerSdkId": .string(name), "apiKey": .string(LiveSite.canary),
                "models": [["name": "One", "modelSdkId": .string("\(name):one")]],
            ]
            let created = try await send(site, .post, "/api/config/providers", provider)
            #expect(created.status == .created)
            #expect(!String(buffer: created.body).contains(LiveSite.canary))
        }
    }

    @Test("a provider is created, read, changed and deleted, with integer ids and Unix seconds")
    func providers() async throws {
        try await LiveSite.with { site in
            try await fill(site)
            let read = try await send(site, .get, "/api/config/providers/1")
            let provider = try read.json
            #expect(read.status == .ok)
            #expect(read.headers[.eTag] == "\"1\"")
            #expect(read.headers[.rosterVersion] == "2")
            let early = try await send(
                site, .get, "/api/config/providers/1", headers: [.rosterMinimumVersion: "no version"])
            #expect(early.status == .badRequest)
            #expect(provider["id"] == 1)
            #expect(provider["apiKeyState"]?["hint"] == "cdef")
            #expect(provider["apiKey"] == nil)
            #expect((provider["createdAt"]?.intValue ?? 0) > 1_700_000_000)
            #expect(provider["baseUrl"] == .null)

            let changed = try await send(site, .put, "/api/config/providers/1", ["name": "A", "imageUrl": "/a.svg"])
            #expect(try changed.json["name"] == "A")
            #expect(try changed.json["providerSdkId"] == "a")
            let cleared = try await send(site, .put, "/api/config/providers/1", ["imageUrl": nil])
            #expect(try cleared.json["imageUrl"] == .null)
            #expect(try cleared.json["name"] == "A")

            let refused = try await send(site, .delete, "/api/config/providers/1")
            #expect(refused.status == .conflict)
            #expect(try refused.json["code"] == "PROVIDER_HAS_MODELS")
            let deleted = try await send(site, .delete, "/api/config/providers/1?cascade=true")
            #expect(deleted.status == .noContent)
            #expect(deleted.body.readableBytes == 0)
            #expect(try await send(site, .get, "/api/config/providers/1").status == .notFound)
        }
    }

    @Test("a model is created, read, changed, made the default and deleted")
    func models() async throws {
        try await LiveSite.with { site in
            try await fill(site)
            let new: JSONValue = ["providerId": 2, "name": "Two", "modelSdkId": "b:two"]
            let created = try await send(site, .post, "/api/config/models", new)
            #expect(created.status == .created)
            #expect(created.headers[.location] == "/api/config/models/3")
            #expect(try created.json["providerId"] == 2)
            let list = try await send(site, .get, "/api/config/models/provider/2")
            #expect(try list.json.arrayValue?.map { $0["id"] } == [2, 3])
            let changed = try await send(site, .put, "/api/config/models/3", created.json)
            #expect(changed.status == .ok)
            let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            let path = "/api/config/models/3/set-default"
            let refused = try await site.send(.post, path, headers: site.bearer.merging(form), body: "")
            #expect(refused.status == .unsupportedMediaType)
            let marked = try await send(site, .post, path)
            #expect(try marked.json["isDefault"] == true)
            let registry = try await send(site, .get, "/api/model-registry")
            #expect(try registry.json["defaultModelId"] == "b:two")
            #expect(try registry.json["defaultModel"]?["id"] == 3)
            #expect(try registry.json["providers"]?.arrayValue?.map { $0["id"] } == [1, 2])
            #expect(try await send(site, .delete, "/api/config/models/3").status == .conflict)
            #expect(try await send(site, .delete, "/api/config/models/2").status == .noContent)
        }
    }

    @Test("a change that was made meanwhile is refused to who names the version that was read")
    func versions() async throws {
        try await LiveSite.with { site in
            try await fill(site)
            let tag = try #require(try await send(site, .get, "/api/config/models/1").headers[.eTag])
            #expect(
                try await send(site, .put, "/api/config/models/1", ["name": "X"], headers: [.ifMatch: tag]).status
                    == .ok)
            let late = try await send(site, .put, "/api/config/models/1", ["name": "Y"], headers: [.ifMatch: tag])
            #expect(late.status == .preconditionFailed)
            #expect(try late.json["errors"]?[0]?["currentVersion"] == 3)
            let malformed = try await send(site, .put, "/api/config/models/1", ["name": "Y"], headers: [.ifMatch: "1"])
            #expect(malformed.status == .badRequest)
        }
    }

    @Test("a long list comes in pages that lead to each other")
    func pages() async throws {
        try await LiveSite.with { site in
            try await fill(site)
            let first = try await send(site, .get, "/api/config/providers?first=1")
            #expect(try first.json.arrayValue?.map { $0["name"] } == ["a"])
            let name = try #require(HTTPField.Name("Link"))
            let link = try #require(first.headers[name])
            let next = try #require(link.split(separator: ">").first?.dropFirst())
            let second = try await send(site, .get, String(next))
            #expect(try second.json.arrayValue?.map { $0["name"] } == ["b"])
            #expect(second.headers[name] == nil)
        }
    }

    @Test(
        "what is wrong is told in a problem document that repeats nothing",
        arguments: [
            (.get, "/api/config/providers/9", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/providers/01", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/providers/-1", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/providers/99999999999999999999", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/providers/a", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/models/provider/9", nil, 404, "NOT_FOUND"),
            (.get, "/api/config/nothing", nil, 404, "NOT_FOUND"),
            (.patch, "/api/config/providers", nil, 405, "BAD_USER_INPUT"),
            (.get, "/api/config/providers?first=canary", nil, 400, "BAD_USER_INPUT"),
            (.get, "/api/config/providers?first=9999", nil, 400, "BAD_USER_INPUT"),
            (.post, "/api/config/providers", ["name": "canary"], 400, "BAD_USER_INPUT"),
            (.post, "/api/config/providers", ["name": ["canary"], "providerSdkId": "x"], 400, "BAD_USER_INPUT"),
            (.post, "/api/config/providers", ["canary": 1], 400, "BAD_USER_INPUT"),
            (.post, "/api/config/providers", ["canary"], 400, "BAD_USER_INPUT"),
            (.post, "/api/config/models", ["providerId": "canary"], 400, "BAD_USER_INPUT"),
            (.put, "/api/config/providers/1", ["name": nil], 400, "BAD_USER_INPUT"),
            (.post, "/api/config/providers", ["name": "a", "providerSdkId": "canary"], 409, "ALREADY_EXISTS"),
            (.put, "/api/config/providers/1", ["baseUrl": "https://canary.example"], 422, "KEY_REENTRY_REQUIRED"),
        ] as [(HTTPRequest.Method, String, JSONValue?, Int, String)]
    )
    func problems(method: HTTPRequest.Method, path: String, body: JSONValue?, status: Int, code: String) async throws {
        try await LiveSite.with { site in
            try await fill(site)
            let answer = try await send(site, method, path, body)
            #expect(answer.status.code == status)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try answer.json["code"]?.stringValue == code)
            #expect(try answer.json["status"]?.intValue == status)
            #expect(try answer.json["detail"]?.stringValue?.isEmpty == false)
            #expect(!String(buffer: answer.body).contains("canary"))
        }
    }

    @Test("strangers are 401 everywhere, and viewers 403 where editors may", arguments: RESTRoute.table.map(\.path))
    func access(path: String) async throws {
        let path = path.replacing(/:\w+/, with: "1")
        let routes = RESTRoute.table.filter { $0.path.replacing(/:\w+/, with: "1") == path }
        let body = #"{"name":"x","providerSdkId":"x","modelSdkId":"x:y","providerId":1}"#
        for role in [nil, Role.viewer] {
            try await LiveSite.with(anonymousRole: role) { site in
                for route in routes {
                    let answer = try await site.client.executeRequest(
                        uri: path, method: route.method, headers: [.contentType: "application/json"],
                        body: ByteBuffer(string: body))
                    let isOpen = role != nil && path == "/api/model-registry"
                    #expect(answer.status == (isOpen ? .ok : .unauthorized))
                }
                #expect(site.registry.snapshot.version == 0)
            }
        }
    }

    @Test("every route fits the schema, and is described with the status and the members that it has")
    func description() throws {
        let routes = try RESTRoutes(schema: RosterSchema.schema)
        #expect(routes.operations.count == 12)
        let description = try JSONValue(parsing: routes.description)
        let put = description["paths"]?["/api/config/models/{id}"]?["put"]
        #expect(put?["operationId"] == "updateModel")
        #expect(put?["parameters"]?.arrayValue?.map { $0["name"] } == ["id", "If-Match"])
        let schema = put?["responses"]?["200"]?["content"]?["application/json"]?["schema"]
        #expect(schema?["properties"]?["providerId"]?["type"] == "integer")
        #expect(description["paths"]?["/api/config/providers"]?["post"]?["responses"]?["201"] != nil)
        let created = description["paths"]?["/api/config/providers"]?["post"]?["requestBody"]?["content"]
        #expect(created?["application/json"]?["schema"]?["required"] == ["name", "providerSdkId"])
    }
}
