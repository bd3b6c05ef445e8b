import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("The matrix of roles")
struct RoleMatrixTests {
    /// The least role for each field of a root, and for every other field that asks for one. Nil is everyone.
    static let least: [String: Role?] = [
        "Query.registry": .viewer,
        "Query.providers": .editor,
        "Query.provider": .editor,
        "Query.models": .editor,
        "Query.model": .editor,
        "Query.node": .editor,
        "Query.checkProvider": .editor,
        "Query.discoverModels": .editor,
        "Query.changes": .editor,
        "Query.tokens": .admin,
        "Query.viewer": Role?.none,
        "Mutation.createProvider": .editor,
        "Mutation.updateProvider": .editor,
        "Mutation.deleteProvider": .editor,
        "Mutation.createModel": .editor,
        "Mutation.updateModel": .editor,
        "Mutation.deleteModel": .editor,
        "Mutation.setModelsEnabled": .editor,
        "Mutation.setDefaultModel": .editor,
        "Mutation.clearDefaultModel": .editor,
        "Mutation.createToken": .admin,
        "Mutation.revokeToken": .admin,
        "Subscription.registryChanged": .viewer,
    ]

    @Test("has a row for every field that anyone may reach")
    func complete() throws {
        let schema = try RosterSchema.schema
        let roots = [AST.OperationType.query, .mutation, .subscription].compactMap(schema.root)
        let marked = schema.types.flatMap { type in
            type.fields.values.filter { field in
                roots.contains { $0.id == type.id } && !type.name.hasPrefix("__")
                    || field.directives.contains { Role(requiredBy: $0) != nil }
            }.map { "\(type.name).\($0.name)" }
        }
        #expect(Set(marked) == Set(Self.least.keys))
    }

    /// Whoever may come: a name for it, what it is let in as, and the role that it has by right.
    private func callers(_ live: LiveRegistry) async throws -> [(name: String, viewer: Viewer?, role: Role?)] {
        var callers: [(name: String, viewer: Viewer?, role: Role?)] = [("stranger", .anonymous(), nil)]
        let first = try #require(try await live.registry.createAdministrator())
        let admin = try #require(try live.registry.viewer(presenting: first))
        for role in Role.allCases {
            callers.append(("everyone as \(role)", .anonymous(role: role), role))
            let new = try await live.mutate(as: admin) {
                try await $0.createToken(CreateTokenInput(name: "t", role: role))
            }
            callers.append(("token of \(role)", try live.registry.viewer(presenting: new.secret), role))
        }
        for end in ["revoked", "expired"] {
            let new = try await live.mutate(as: admin) { transaction in
                let new = try await transaction.createToken(CreateTokenInput(name: end, role: .admin))
                if end == "revoked" { _ = try await transaction.revokeToken(new.token.id) }
                return new
            }
            if end == "expired" {
                try await live.execute("UPDATE tokens SET expires_at = 1 WHERE id = \(new.token.id.number)")
                try await live.registry.catchUp(anew: true)
            }
            callers.append((end, try live.registry.viewer(presenting: new.secret), nil))
        }
        return callers
    }

    /// What is answered: the codes of a refusal, or nil where the operation was let through, whatever came of it.
    private func refusal(_ text: String, _ viewer: Viewer?, _ api: LiveAPI) async throws -> String? {
        guard let viewer else { return "UNAUTHENTICATED" }
        let answer = try await api.service.answer(
            Request(query: text), as: viewer, allowing: [.query, .mutation, .subscription])
        guard case .response(let answered) = answer else { return nil }
        let response = try JSONValue(parsing: String(decoding: answered.response.body, as: UTF8.self))
        let codes = response["errors"]?.arrayValue?.compactMap { $0["extensions"]?["code"]?.stringValue } ?? []
        if codes.contains("GRAPHQL_VALIDATION_FAILED") { return "invalid: \(text)" }
        guard codes.contains("FORBIDDEN") || codes.contains("UNAUTHENTICATED") else { return nil }
        // Nothing else may come with a refusal.
        return response["data"] == nil && codes.count == 1 ? codes[0] : "leaky: \(response)"
    }

    @Test("allows and denies exactly what it says, wherever the field stands in a document")
    func matrix() async throws {
        try await LiveAPI.with { api in
            let callers = try await callers(api.live)
            #expect(callers.map(\.viewer).count { $0 == nil } == 2)
            let documents = SampleDocument.all(of: try RosterSchema.schema)
            #expect(documents.count > 100)
            for document in documents {
                let needed = document.coordinates.compactMap { Self.least[$0] ?? nil }.max()
                // Below the root nothing but the path differs.
                let texts = document.path.count == 1 ? document.texts : Array(document.texts.prefix(1))
                for (name, viewer, role) in callers {
                    let isRefused = viewer == nil || role.map { role in needed.map { role < $0 } ?? false } ?? true
                    let code = viewer?.isAuthenticated ?? false ? "FORBIDDEN" : "UNAUTHENTICATED"
                    for text in texts {
                        let found = try await refusal(text, viewer, api)
                        #expect(found == (isRefused ? code : nil), "\(text) by \(name)")
                    }
                }
            }
        }
    }
}
