import Postgres
import Testing

@testable import Roster

@Suite("The second wall: the database itself")
struct ConstraintTests {
    /// Provider 1 `a` with models 1 `a:x`, the default, and 2 `a:y`; provider 2 `b`, disabled, with model 3 `b:z`.
    private func with(_ body: (LiveRegistry) async throws -> Void) async throws {
        try await LiveRegistry.with { live in
            try await live.mutate { transaction in
                _ = try await transaction.createProvider(.sample("a", models: ["x", "y"], default: "x"))
                var disabled = NewProvider.sample("b", models: ["z"])
                disabled.isEnabled = false
                _ = try await transaction.createProvider(disabled)
            }
            try await body(live)
        }
    }

    static let forbiddenStatements: [(String, SQLState, String?)] = [
        ("UPDATE providers SET name = 'A' WHERE id = 2", .uniqueViolation, "providers_name_key"),
        ("UPDATE providers SET provider_sdk_id = 'a' WHERE id = 2", .uniqueViolation, "providers_provider_sdk_id_key"),
        (
            "UPDATE providers SET provider_sdk_id = 'a:b' WHERE id = 2", .checkViolation,
            "providers_provider_sdk_id_check"
        ),
        ("UPDATE providers SET provider_sdk_id = 'c' WHERE id = 2", .checkViolation, "provider_models_own_prefix"),
        ("UPDATE providers SET name = '' WHERE id = 2", .checkViolation, "providers_name_check"),
        ("UPDATE providers SET name = repeat('x', 256) WHERE id = 2", .stringTooLong, nil),
        ("UPDATE providers SET base_url = 'ftp://x' WHERE id = 2", .checkViolation, "providers_base_url_check"),
        ("UPDATE providers SET image_url = 'javascript:x' WHERE id = 2", .checkViolation, "providers_image_url_check"),
        ("UPDATE providers SET api_key = 'x' WHERE id = 2", .checkViolation, "providers_api_key_whole"),
        ("UPDATE providers SET api_key_hint = 'x' WHERE id = 2", .checkViolation, "providers_api_key_whole"),
        (
            "UPDATE providers SET is_enabled = false WHERE id = 1", .checkViolation,
            "provider_models_default_of_enabled_provider"
        ),
        ("DELETE FROM providers WHERE id = 1", .foreignKeyViolation, "provider_models_provider_id_fkey"),
        ("UPDATE provider_models SET is_default = true WHERE id = 2", .uniqueViolation, "provider_models_one_default"),
        (
            "UPDATE provider_models SET is_enabled = false WHERE id = 1", .checkViolation,
            "provider_models_default_enabled"
        ),
        (
            """
            UPDATE provider_models SET is_default = false WHERE id = 1;
            UPDATE provider_models SET is_default = true WHERE id = 3
            """, .checkViolation, "provider_models_default_of_enabled_provider"
        ),
        (
            "UPDATE provider_models SET provider_id = 9 WHERE id = 2", .foreignKeyViolation,
            "provider_models_provider_id_fkey"
        ),
        ("UPDATE provider_models SET provider_id = 2 WHERE id = 2", .checkViolation, "provider_models_own_prefix"),
        (
            "UPDATE provider_models SET model_sdk_id = 'a:x' WHERE id = 2", .uniqueViolation,
            "provider_models_provider_id_model_sdk_id_key"
        ),
        ("UPDATE provider_models SET model_sdk_id = 'b:y' WHERE id = 2", .checkViolation, "provider_models_own_prefix"),
        (
            "UPDATE provider_models SET model_sdk_id = 'a:' WHERE id = 2", .checkViolation,
            "provider_models_model_sdk_id_check"
        ),
        (
            "UPDATE provider_models SET model_sdk_id = 'ay' WHERE id = 2", .checkViolation,
            "provider_models_model_sdk_id_check"
        ),
        ("UPDATE provider_models SET name = '' WHERE id = 2", .checkViolation, "provider_models_name_check"),
        ("INSERT INTO registry (is_only_row) VALUES (true)", .uniqueViolation, "registry_pkey"),
        ("INSERT INTO registry (is_only_row) VALUES (false)", .checkViolation, "registry_is_only_row_check"),
        ("UPDATE changes SET kind = 'OTHER'", .checkViolation, nil),
        ("UPDATE changes SET ordinal = 0", .uniqueViolation, "changes_pkey"),
        (
            "INSERT INTO tokens (name, role, hash, hint, created_at) VALUES ('t', 'ROOT', sha256('x'), '', 0)",
            .checkViolation, "tokens_role_check"
        ),
        (
            "INSERT INTO tokens (name, role, hash, hint, created_at) VALUES ('t', 'ADMIN', 'short', '', 0)",
            .checkViolation, "tokens_hash_check"
        ),
        ("INSERT INTO master_keys VALUES ('not a fingerprint', 0)", .checkViolation, "master_keys_fingerprint_check"),
    ]

    @Test("lets nothing in that breaks a rule")
    func forbidden() async throws {
        try await with { live in
            for (sql, state, constraint) in Self.forbiddenStatements {
                do {
                    try await live.pool.transaction { connection in try await connection.script(sql) }
                    Issue.record("accepted: \(sql)")
                } catch PostgresError.server(let error) {
                    #expect(error.state == state, "\(sql)")
                    if let constraint { #expect(error.constraint == constraint, "\(sql)") }
                }
            }
            let after = try await live.reloaded()
            #expect(after == live.registry.snapshot)
        }
    }

    static let allowedScripts = [
        """
        UPDATE providers SET provider_sdk_id = 'c' WHERE id = 1;
        UPDATE provider_models SET model_sdk_id = 'c:' || id WHERE provider_id = 1
        """,
        """
        UPDATE providers SET is_enabled = false WHERE id = 1;
        UPDATE provider_models SET is_default = false WHERE id = 1
        """,
        """
        UPDATE provider_models SET is_default = false WHERE id = 1;
        UPDATE provider_models SET is_default = true WHERE id = 3;
        UPDATE providers SET is_enabled = true WHERE id = 2
        """,
        "UPDATE providers SET name = 'a' WHERE id = 2",
        "UPDATE provider_models SET name = 'x' WHERE id = 2",
    ]

    @Test(
        "lets the steps of a transaction come in any order, as long as its end keeps the rules",
        arguments: allowedScripts)
    func allowed(sql: String) async throws {
        try await with { live in
            try await live.pool.transaction { connection in try await connection.script(sql) }
        }
    }

    @Test("is an ordinary refusal where it stops what the rules let pass, and nothing stays")
    func translated() async throws {
        try await with { live in
            // Somebody writes past the server, so its snapshot does not know.
            try await live.execute("UPDATE providers SET name = 'Taken' WHERE id = 2")
            let before = live.registry.snapshot
            let taken = await refusals {
                try await live.mutate { transaction in
                    _ = try await transaction.createProvider(.sample("c"))
                    var new = NewProvider.sample("d")
                    new.name = "Taken"
                    _ = try await transaction.createProvider(new)
                }
            }
            #expect(taken == ["ALREADY_EXISTS -"])
            #expect(live.registry.snapshot == before)
            #expect(try await live.reloaded().provider(ProviderSDKID("c")) == nil)

            // This one is only found out by the commit.
            try await live.execute("UPDATE provider_models SET is_default = false WHERE id = 1")
            try await live.execute("UPDATE providers SET is_enabled = false WHERE id = 1")
            let found = await refusals { try await live.mutate { _ = try await $0.setDefaultModel(ID(2)) } }
            #expect(found == ["BAD_USER_INPUT -"])
            #expect(live.registry.snapshot == before)
        }
    }
}
