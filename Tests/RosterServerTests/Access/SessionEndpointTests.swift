import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import Roster
import Testing
import Vault

@testable import RosterServer

struct SessionEndpointTests {
    private static let json: HTTPFields = [.contentType: "application/json"]

    /// Signs in as a page does, and returns `name=value` of the cookie that it was given.
    private func signIn(_ site: LiveSite, token: String? = nil) async throws -> (TestResponse, cookie: String) {
        let answer = try await site.send(
            .post, "/session", headers: Self.json, body: #"{"token":"\#(token ?? site.token)"}"#)
        let cookie = answer.headers[.setCookie]?.prefix { $0 != ";" }
        return (answer, String(cookie ?? ""))
    }

    @Test("a token is given for a cookie that scripts cannot read, and that stands for the token")
    func signIn() async throws {
        try await LiveSite.with { site in
            let (answer, cookie) = try await signIn(site)
            #expect(answer.status == .noContent)
            let field = try #require(answer.headers[.setCookie])
            #expect(field.hasSuffix("; Max-Age=86400; Path=/; HttpOnly; SameSite=Strict"))
            #expect(!field.contains(site.token))
            let read = try await site.send(.get, "/graphql?query={viewer{role}}", headers: [.cookie: "a=b; \(cookie)"])
            #expect(try read.json == ["data": ["viewer": ["role": "ADMIN"]]])
            let written = try await site.post(
                #"{"query":"mutation{clearDefaultModel{version}}"}"#, headers: Self.json.merging([.cookie: cookie]))
            #expect(written.status == .ok)
        }
    }

    @Test("a page that came by HTTPS is given a cookie that never travels without it")
    func secure() async throws {
        try await LiveSite.with { site in
            let fields = Self.json.merging([.origin: "https://localhost"])
            let answer = try await site.send(
                .post, "/session", headers: fields, body: #"{"token":"\#(site.token)"}"#)
            let field = try #require(answer.headers[.setCookie])
            #expect(field.hasPrefix("__Host-roster-session="))
            #expect(field.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
        }
    }

    @Test("signing out makes the browser forget the cookie")
    func signOut() async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.delete, "/session", headers: [.cookie: try await signIn(site).cookie])
            #expect(answer.status == .noContent)
            #expect(
                answer.headers[.setCookie] == "roster-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict")
        }
    }

    @Test(
        "what holds no valid token is refused with a problem document",
        arguments: [
            (#"{"token":"rst_1K_hTWEYKStDLOnbRUD1lRNtK0AnK13zArBuhKq2u7h8fuUy"}"#, HTTPResponse.Status.unauthorized),
            (#"{"token":"rst_mistyped"}"#, .unauthorized),
            (#"{"token":""}"#, .unauthorized),
            (#"{"token":1}"#, .badRequest),
            ("{}", .badRequest),
            ("[]", .badRequest),
            ("", .badRequest),
            (#"{"token":""# + String(repeating: "x", count: 5000) + #""}"#, .contentTooLarge),
        ]
    )
    func refusals(body: String, status: HTTPResponse.Status) async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.post, "/session", headers: Self.json, body: body)
            #expect(answer.status == status)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer.headers[.setCookie] == nil)
            #expect(try answer.json["status"]?.intValue == status.code)
        }
    }

    @Test("another site cannot sign a browser in or out, nor act by its cookie")
    func foreign() async throws {
        try await LiveSite.with { site in
            let (_, cookie) = try await signIn(site)
            for foreign in [[.origin: "http://evil.example"], [.secFetchSite: "cross-site"]] as [HTTPFields] {
                let signedIn = try await site.send(
                    .post, "/session", headers: Self.json.merging(foreign), body: #"{"token":"\#(site.token)"}"#)
                #expect(signedIn.status == .forbidden)
                let signedOut = try await site.send(.delete, "/session", headers: foreign)
                #expect(signedOut.status == .forbidden)
                let written = try await site.post(
                    #"{"query":"mutation{clearDefaultModel{version}}"}"#,
                    headers: Self.json.merging(foreign).merging([.cookie: cookie]))
                #expect(written.status == .forbidden)
                let read = try await site.send(
                    .get, "/graphql?query={viewer{name}}", headers: foreign.merging([.cookie: cookie]))
                #expect(read.status == .forbidden)
                // A token is no browser's to send unasked, so it needs none of this.
                let byToken = try await site.send(
                    .get, "/graphql?query={viewer{name}}", headers: foreign.merging(site.bearer))
                #expect(byToken.status == .ok)
            }
            #expect(site.registry.snapshot.version == 0)
        }
    }

    @Test(
        "with a cookie only JSON is taken, and no mutation by GET",
        arguments: [
            nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "text/plain;application/json",
        ]
    )
    func forms(type: String?) async throws {
        try await LiveSite.with { site in
            var headers: HTTPFields = [.cookie: try await signIn(site).cookie]
            let byGet = try await site.send(
                .get, "/graphql?query=mutation{clearDefaultModel{version}}", headers: headers)
            #expect(byGet.status == .methodNotAllowed)
            headers[.contentType] = type
            let written = try await site.post(
                #"{"query":"mutation{createProvider(input:{name:\"x\",providerSdkId:\"x\"}){id}}"}"#, headers: headers)
            #expect(written.status == .unsupportedMediaType)
            #expect(site.registry.snapshot.version == 0)
        }
    }

    @Test("a session that is over is 401, and so is one that nobody made")
    func over() async throws {
        var limits = ServerLimits()
        limits.session = .zero
        try await LiveSite.with(anonymousRole: .viewer, limits: limits) { site in
            for cookie in [try await signIn(site).cookie, "roster-session=made-up"] {
                let answer = try await site.send(.get, "/graphql?query={viewer{name}}", headers: [.cookie: cookie])
                #expect(answer.status == .unauthorized)
                #expect(try answer.code == "UNAUTHENTICATED")
            }
        }
    }

    @Test("whoever tries tokens is soon told to wait, and a good token is answered all the same")
    func failures() async throws {
        var limits = ServerLimits()
        limits.failures = 3
        limits.failureInterval = .seconds(3600)
        try await LiveSite.with(.live, limits: limits) { site in
            let query = #"{"query":"{ viewer { name } }"}"#
            for turn in 1...5 {
                let answer = try await site.post(
                    query, headers: Self.json.merging([.authorization: "Bearer rst_mistyped"]))
                #expect(answer.status == (turn > 3 ? .tooManyRequests : .unauthorized))
                #expect((answer.headers[.retryAfter] != nil) == (turn > 3))
            }
            let signedIn = try await signIn(site, token: "rst_mistyped").0
            #expect(signedIn.status == .tooManyRequests)
            let good = try await site.post(query)
            #expect(good.status == .ok)
            let page = try await signIn(site).0
            #expect(page.status == .noContent)
        }
    }
}
