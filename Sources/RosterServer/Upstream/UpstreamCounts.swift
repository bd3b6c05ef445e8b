/// How calls to providers went since the server started.
struct UpstreamCounts: Sendable {
    /// The provider answered, whatever it said.
    let answered = Tally()
    let failed = Tally()
}
