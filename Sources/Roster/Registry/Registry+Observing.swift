import Postgres

extension Registry {
    /// How many connections to the database are open, and how many callers wait for one.
    package func poolUse() async -> (open: Int, waiting: Int) {
        (await pool.connectionCount, await pool.waiterCount)
    }

    /// For how long the snapshot has been the one that is read.
    package var secondsSincePublication: Int {
        max(0, Instant.now.secondsSince1970 - publishedAt.secondsSince1970)
    }
}
