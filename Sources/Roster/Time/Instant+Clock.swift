import FoundationEssentials

extension Instant {
    /// The moment by this machine's clock. Where servers must agree, ask the database instead.
    package static var now: Instant {
        Instant(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down)))
    }
}
