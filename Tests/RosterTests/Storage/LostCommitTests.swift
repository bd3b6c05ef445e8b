import GraphQL
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("A change whose COMMIT gets no reply")
struct LostCommitTests {
    /// Commits of a new provider wait for the advisory lock 1, though their client has gone.
    private static let schema = """
        CREATE FUNCTION wait_for_lock() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM set_config('client_connection_check_interval', '0', true);
            PERFORM pg_advisory_xact_lock(1);
            RETURN NULL;
        END
        $$;
        CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON providers DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION wait_for_lock();
        """

    /// Makes a change whose commit outlasts the patience of its server; `meanwhile` runs once that asks what became of it.
    private func change(
        _ live: LiveRegistry, meanwhile: @Sendable (Connection) async throws -> Void
    ) async throws -> (codes: [String], version: Int) {
        let observer = try await Connection.open(live.database.settings)
        try await observer.script(Self.schema)
        try await observer.execute("SELECT pg_advisory_lock(1)")
        var settings = live.database.settings
        (settings.statementTimeout, settings.lockTimeout, settings.responseGrace) = (.seconds(60), nil, .seconds(-55))
        let pool = Pool(settings, logger: LiveRegistry.logger)
        let registry = try await Registry.open(pool, keyring: live.keyring, logger: LiveRegistry.logger)
        let api = LiveAPI(
            live: LiveRegistry(registry: registry, pool: pool, database: live.database, keyring: live.keyring),
            service: try GraphQLService(registry, logger: LiveRegistry.logger))
        async let codes = api.errors(FailureTests.create)
        let asking: SQL = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_xact_status($1%'"
        while try await observer.query(asking, as: Int.self) == [0] { await Task.yield() }
        try await meanwhile(observer)
        let result = try await (codes, registry.snapshot.version)
        await observer.close()
        await pool.close()
        return result
    }

    @Test("and that is found to have gone through is answered as if nothing had happened")
    func committed() async throws {
        try await LiveRegistry.with { live in
            let (codes, version) = try await change(live) { observer in
                try await observer.execute("SELECT pg_advisory_unlock_all()")
            }
            #expect(codes == [] && version == 1)
            #expect(try await live.reloaded().providerCount == 1)
        }
    }

    @Test("and of which nothing can be learnt in time is answered as unknown, and not made twice")
    func unknown() async throws {
        try await LiveRegistry.with { live in
            let (codes, version) = try await change(live) { _ in }
            #expect(codes == ["OUTCOME_UNKNOWN"] && version == 0)
            // The observer has gone, and its lock with it: now the commit goes through.
            #expect(try await live.registry.mutate(as: LiveRegistry.ann) { await $0.snapshot.providerCount } == 1)
            #expect(live.registry.snapshot.version == 1)
        }
    }
}
