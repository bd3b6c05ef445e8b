import Logging
import Postgres

extension Registry {
    /// Where every commit of a new version is announced, with the version as its payload.
    static let channel = "roster_changes"

    /// How often a server looks for itself what there is, and how soon it tries again while the database is away.
    package struct Pace: Sendable {
        package var poll = Duration.seconds(2)
        package var retry = Duration.milliseconds(250)
        /// How often uses of tokens are written down.
        package var save = Duration.seconds(60)
        /// How late it may be told that a token has expired.
        package var expiry = Duration.seconds(1)

        package init() {}
    }

    /// Keeps abreast of a database that other servers change as well, until the task is cancelled.
    ///
    /// A lost notification costs one poll, a lost connection one attempt to make another, and neither costs
    /// correctness: what was missed is read from the tables.
    package func run(at pace: Pace = Pace()) async {
        await withTaskGroup { group in
            group.addTask { await self.follow(at: pace) }
            group.addTask { await self.tellExpiries(every: pace.expiry) }
            group.addTask { await self.saveTokenUses(every: pace.save) }
        }
    }

    private func follow(at pace: Pace) async {
        var polled: ContinuousClock.Instant?
        while !Task.isCancelled {
            do {
                let connection = try await Connection.open(pool.settings)
                do {
                    try await listen(on: connection, trusting: polled == nil, at: pace)
                } catch {
                    await connection.close()
                    throw error
                }
            } catch {
                let cause = (error as? PostgresError)?.logDescription ?? "\(error)"
                logger.debug("no longer listening for changes", metadata: ["cause": "\(cause)"])
                // Whether the database has gone, or only this connection.
                if polled.map({ $0.duration(to: .now) > pace.poll }) ?? true {
                    _ = try? await catchUp()
                    polled = .now
                }
                try? await Task.sleep(for: pace.retry)
            }
        }
    }

    /// Catches up with every notification, and polls where none comes; ends by throwing.
    ///
    /// - Parameter trusting: whether the snapshot is known to be of this database. After a lost connection it may be
    ///   another one that took its place, so everything is read anew.
    private func listen(on connection: Connection, trusting: Bool, at pace: Pace) async throws {
        var isTrusting = trusting
        try await connection.listen(to: Self.channel)
        var wait = Duration.zero
        while true {
            let notification = try await connection.nextNotification(within: wait)
            if let version = notification.flatMap({ Int($0.payload) }), version <= snapshot.version, !isStale {
                continue
            }
            do {
                let hadNews = try await catchUp(anew: !isTrusting)
                // Nothing but a connection that has gone deaf keeps a notification back for so long.
                if notification == nil, hadNews, wait == pace.poll { throw Deaf() }
                if !isTrusting || wait != pace.poll { logger.debug("listening for changes") }
                (isTrusting, wait) = (true, pace.poll)
            } catch let deaf as Deaf {
                throw deaf
            } catch {
                wait = pace.retry
            }
        }
    }

    private struct Deaf: Error {}

    /// Tells whoever keeps a connection open when a token has expired.
    private func tellExpiries(every pause: Duration) async {
        var last = Instant.now
        while (try? await Task.sleep(for: pause)) != nil {
            let now = Instant.now
            if snapshot.tokens.hasExpiry(after: last, upTo: now) { republish() }
            last = now
        }
    }

    private func saveTokenUses(every pause: Duration) async {
        while (try? await Task.sleep(for: pause)) != nil {
            do {
                try await saveTokenUses()
            } catch {
                guard !Task.isCancelled else { return }
                logger.warning("uses of tokens are not written down yet", metadata: ["cause": "\(error)"])
            }
        }
    }

    /// Ends what waits for this registry, and writes down what is only in memory.
    package func finish() async {
        endPublications()
        try? await saveTokenUses()
    }
}
