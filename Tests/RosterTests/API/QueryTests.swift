import GraphQL
import JSON
import OrderedCollections
import Testing

@testable import Roster

@Suite("Queries")
struct QueryTests {
    /// Providers a to e, each with models 1 to 3; c is disabled, and so is each model 3.
    private func fill(_ api: LiveAPI) async throws {
        for name in ["d", "b", "e", "a", "c"] {
            var new = NewProvider.sample(name, models: ["3", "1", "2"], default: name == "d" ? "2" : nil)
            new.isEnabled = name != "c"
            new.models[0].isEnabled = false
            let provider = new
            try await api.live.mutate { _ = try await $0.createProvider(provider) }
        }
    }

    @Test("of the registry give what a model picker needs, in a stable order, and nothing disabled")
    func registry() async throws {
        try await LiveAPI.with { api in
            try await fill(api)
            let viewer = Viewer(name: "chat", role: .viewer)
            let response = try await api.run(
                """
                { registry { version defaultModelId defaultModel { provider { providerSdkId } }
                  providers { providerSdkId imageUrl models { modelSdkId isDefault } } } }
                """, as: viewer)
            let registry = try #require(response["data"]?["registry"])
            #expect(registry["version"] == 5)
            #expect(registry["defaultModelId"] == "d:2")
            #expect(registry["defaultModel"] == ["provider": ["providerSdkId": "d"]])
            let providers = registry["providers"]?.arrayValue ?? []
            #expect(providers.map { $0["providerSdkId"] } == ["a", "b", "d", "e"])
            #expect(
                providers.flatMap { $0["models"]?.arrayValue ?? [] }.map { $0["modelSdkId"] } == [
                    "a:1", "a:2", "b:1", "b:2", "d:1", "d:2", "e:1", "e:2",
                ])
        }
    }

    @Test("of an empty registry give an empty one")
    func empty() async throws {
        try await LiveAPI.with { api in
            let response = try await api.run(
                "{ registry { version defaultModelId providers { id } } models { nodes { id } totalCount } }")
            #expect(
                response == [
                    "data": [
                        "registry": ["version": 0, "defaultModelId": nil, "providers": []],
                        "models": ["nodes": [], "totalCount": 0],
                    ]
                ])
        }
    }

    static let pageCases: [(String, [String], previous: Bool, next: Bool, total: Int)] = [
        ("", ["A", "B", "C", "D", "E"], false, false, 5),
        ("(first: 2)", ["A", "B"], false, true, 5),
        ("(first: 5)", ["A", "B", "C", "D", "E"], false, false, 5),
        ("(first: 0)", [], false, true, 5),
        ("(last: 2)", ["D", "E"], true, false, 5),
        ("(last: 0)", [], true, false, 5),
        ("(first: 3, last: 1)", ["C"], true, true, 5),
        ("(first: 1000)", ["A", "B", "C", "D", "E"], false, false, 5),
        ("(filter: {isEnabled: true}, first: 3)", ["A", "B", "D"], false, true, 4),
        ("(filter: {isEnabled: false})", ["C"], false, false, 1),
        ("(filter: {search: \" b \"})", ["B"], false, false, 1),
        ("(filter: {search: \"\"}, last: 1)", ["E"], true, false, 5),
        ("(filter: {search: \"x\"})", [], false, false, 0),
    ]

    @Test("of providers give a page of the list by name")
    func pages() async throws {
        try await LiveAPI.with { api in
            try await fill(api)
            for (arguments, names, previous, next, total) in Self.pageCases {
                let response = try await api.run(
                    "{ providers\(arguments) { nodes { name } totalCount pageInfo { hasPreviousPage hasNextPage } } }")
                let expected: JSONValue = [
                    "nodes": .array(names.map { ["name": .string($0)] }), "totalCount": .int(total),
                    "pageInfo": ["hasPreviousPage": .bool(previous), "hasNextPage": .bool(next)],
                ]
                #expect(response["data"]?["providers"] == expected, "\(arguments)")
            }
        }
    }

    @Test("walk all models page by page, forwards and backwards, though the one at the cursor goes meanwhile")
    func walk() async throws {
        try await LiveAPI.with { api in
            try await fill(api)
            let all = api.live.registry.snapshot.modelsByName.map(\.key.id.description)
            for (size, cursor, edge) in [("first", "after", "endCursor"), ("last", "before", "startCursor")] {
                var found: [String] = []
                var place: JSONValue = .null
                repeat {
                    let page = try await api.run(
                        """
                        query ($place: String) {
                          models(\(size): 4, \(cursor): $place) { nodes { id } pageInfo { \(edge) } }
                        }
                        """, ["place": place])["data"]?["models"]
                    let ids = (page?["nodes"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
                    found = size == "first" ? found + ids : ids + found
                    place = page?["pageInfo"]?[edge] ?? .null
                } while !place.isNull && found.count <= all.count
                #expect(found == all)
            }

            let page = try await api.run("{ models(first: 4) { nodes { id } pageInfo { endCursor } } }")["data"]?[
                "models"]
            let last = try #require(page?["nodes"]?[3]?["id"]?.stringValue)
            try await api.run(#"mutation ($id: ID!) { deleteModel(id: $id) }"#, ["id": .string(last)])
            let next = try await api.run(
                "query ($after: String) { models(first: 1, after: $after) { nodes { id } } }",
                ["after": page?["pageInfo"]?["endCursor"] ?? .null])
            #expect(next["data"]?["models"]?["nodes"]?[0]?["id"]?.stringValue == all[4])
        }
    }

    static let refused = [
        "{ providers(first: -1) { totalCount } }": ["BAD_USER_INPUT first"],
        "{ providers(first: 1001) { totalCount } }": ["BAD_USER_INPUT first"],
        "{ models(first: 1001, last: -1) { totalCount } }": ["BAD_USER_INPUT first", "BAD_USER_INPUT last"],
        #"{ providers(after: "zz") { totalCount } }"#: ["BAD_USER_INPUT after"],
        #"{ providers(before: "6d6f64656c5f312041") { totalCount } }"#: ["BAD_USER_INPUT before"],
        #"{ models(after: "") { totalCount } }"#: ["BAD_USER_INPUT after"],
        #"{ models(after: "6d6f64656c5f3") { totalCount } }"#: ["BAD_USER_INPUT after"],
    ]

    @Test("with a wrong page size or cursor are refused with the argument's name")
    func refusedPages() async throws {
        try await LiveAPI.with { api in
            for (document, errors) in Self.refused {
                let found = try await api.errors(document)
                #expect(found == errors, "\(document)")
            }
        }
    }

    @Test("find one thing by any of its names, and null where there is none")
    func lookups() async throws {
        try await LiveAPI.with { api in
            try await fill(api)
            let response = try await api.run(
                """
                {
                  a: provider(by: { id: "provider_4" }) { name }
                  b: provider(by: { name: " B " }) { name }
                  c: provider(by: { providerSdkId: "c" }) { name models(filter: { search: "C:2" }) { name } }
                  d: model(by: { modelSdkId: "d:2" }) { name provider { name } }
                  e: model(by: { id: "model_1" }) { modelSdkId isEnabled }
                  f: node(id: "provider_4") { __typename id ... on Provider { name } }
                  g: node(id: "model_1") { __typename id }
                  none1: provider(by: { id: "model_1" }) { id }
                  none2: provider(by: { name: "" }) { id }
                  none3: model(by: { modelSdkId: "d" }) { id }
                  none4: node(id: "token_1") { id }
                  none5: model(by: { id: "999999999999999999999" }) { id }
                }
                """)
            #expect(response["errors"] == nil)
            let data = try #require(response["data"])
            #expect(data["a"] == ["name": "A"] && data["b"] == ["name": "B"])
            #expect(data["c"] == ["name": "C", "models": [["name": "2"]]])
            #expect(data["d"] == ["name": "2", "provider": ["name": "D"]])
            #expect(data["e"] == ["modelSdkId": "d:3", "isEnabled": false])
            #expect(data["f"] == ["__typename": "Provider", "id": "provider_4", "name": "A"])
            #expect(data["g"] == ["__typename": "Model", "id": "model_1"])
            for name in ["none1", "none2", "none3", "none4", "none5"] { #expect(data[name] == JSONValue.null) }
        }
    }

    @Test("of models of one provider, enabled or found by a text")
    func modelFilters() async throws {
        try await LiveAPI.with { api in
            try await fill(api)
            let response = try await api.run(
                """
                {
                  a: models(filter: { provider: "provider_4" }) { nodes { modelSdkId } totalCount }
                  b: models(filter: { provider: "provider_4", isEnabled: true }, last: 1) { nodes { modelSdkId } totalCount }
                  c: models(filter: { search: "E:" }) { totalCount }
                  d: models(filter: { provider: "nobody" }) { totalCount nodes { id } }
                  e: models(filter: { isEnabled: false }) { totalCount }
                  f: provider(by: { id: "provider_4" }) { models(filter: { provider: "provider_1" }) { id } }
                }
                """)
            #expect(
                response["data"] == [
                    "a": [
                        "nodes": [["modelSdkId": "a:1"], ["modelSdkId": "a:2"], ["modelSdkId": "a:3"]], "totalCount": 3,
                    ],
                    "b": ["nodes": [["modelSdkId": "a:2"]], "totalCount": 2],
                    "c": ["totalCount": 3],
                    "d": ["totalCount": 0, "nodes": []],
                    "e": ["totalCount": 5],
                    "f": ["models": []],
                ])
        }
    }
}

@Suite("Roles")
struct RoleTests {
    static let documents: [(String, Role?)] = [
        ("{ viewer { name role } }", nil), ("{ __typename }", nil),
        ("{ registry { version } }", .viewer),
        ("{ registry { version } providers { totalCount } }", .editor),
        (#"{ node(id: "x") { id } }"#, .editor), ("{ models { totalCount } }", .editor),
        ("mutation { clearDefaultModel { version } }", .editor),
        ("query ($no: Boolean = false) { viewer { name } models @include(if: $no) { totalCount } }", nil),
    ]

    @Test("decide before anything runs who may")
    func permission() async throws {
        try await LiveAPI.with { api in
            for (document, needed) in Self.documents {
                for role in Role.allCases {
                    let expected = needed.map { role < $0 } ?? false ? ["FORBIDDEN"] : []
                    let known = try await api.errors(document, as: Viewer(name: "t", role: role))
                    #expect(known == expected, "\(document)")
                    let stranger = try await api.errors(document, as: .anonymous(role: role))
                    #expect(stranger == expected.map { _ in "UNAUTHENTICATED" }, "\(document)")
                }
                let nobody = try await api.errors(document, as: .anonymous())
                #expect(nobody == ["UNAUTHENTICATED"], "\(document)")
            }
        }
    }

    @Test("say who is asking")
    func viewer() async throws {
        try await LiveAPI.with { api in
            let stranger = try await api.run("{ viewer { name role } }", as: .anonymous(role: .viewer))
            #expect(stranger == ["data": ["viewer": ["name": "anonymous", "role": "VIEWER"]]])
            let member = try await api.run("{ viewer { name role } }", as: Viewer(name: "x", role: .member))
            #expect(member == ["data": ["viewer": ["name": "x", "role": "MEMBER"]]])
        }
    }

    @Test("do not let a mutation pass where only queries may")
    func queriesOnly() async throws {
        try await LiveAPI.with { api in
            let mutation = Request(query: "mutation { clearDefaultModel { version } }")
            await #expect(throws: OperationNotAllowed.self) {
                try await api.service.answer(mutation, as: LiveRegistry.ann, allowing: [.query])
            }
            let query = await api.service.respond(to: Request(query: "{ __typename }"), as: LiveRegistry.ann).response
            #expect(query.body == Array(#"{"data":{"__typename":"Query"}}"#.utf8))
        }
    }
}
