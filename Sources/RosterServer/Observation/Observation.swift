/// All that the network floor counts. Counting never waits, so it may stand on every way of a request.
final class Observation: Sendable {
    /// How long requests took until their response began, by route.
    private let durations = ObservedRoute.allCases.map { _ in Histogram() }
    /// Responses by route and status.
    private let responses = ObservedRoute.allCases.map { _ in statuses.map { _ in Tally() } }
    /// The statuses that HTTP has; a server that answers with another would be mistaken.
    private static let statuses = 100..<600

    /// Connections that are open now.
    let connections = Tally()
    /// WebSockets that are open now.
    let webSockets = Tally()
    /// Responses that are streams of events and go on now.
    let eventStreams = Tally()
    /// Callers who did not say well enough who they are.
    let authenticationFailures = Tally()

    private let refusals = ConnectionRefusal.allCases.map { _ in Tally() }

    /// Why a connection was refused or ended by the server before HTTP was answered by a route.
    enum ConnectionRefusal: Int, CaseIterable {
        case overloaded, malformed, tooLarge, requestTimeout, tookTooLong, stopping, writeStall

        var label: String { "\(self)" }
    }

    func note(_ refusal: ConnectionRefusal) {
        refusals[refusal.rawValue].add()
    }

    func noteResponse(of route: ObservedRoute, status: Int, microseconds: Int) {
        durations[route.rawValue].note(microseconds: microseconds)
        if Self.statuses.contains(status) { responses[route.rawValue][status - Self.statuses.lowerBound].add() }
    }

    func duration(of route: ObservedRoute) -> Histogram { durations[route.rawValue] }

    func count(of refusal: ConnectionRefusal) -> Int { refusals[refusal.rawValue].value }

    /// The statuses that a route has answered with, and how often.
    func responses(of route: ObservedRoute) -> [(status: Int, count: Int)] {
        zip(Self.statuses, responses[route.rawValue]).compactMap { status, tally in
            tally.value > 0 ? (status, tally.value) : nil
        }
    }
}

extension Observation.ConnectionRefusal {
    /// What a refusal of the gate is counted as.
    init(_ refusal: HTTPRefusal) {
        self =
            switch refusal {
            case .overloaded: .overloaded
            case .targetTooLong, .headerTooLarge, .bodyTooLarge: .tooLarge
            case .requestTimeout: .requestTimeout
            case .tookTooLong: .tookTooLong
            case .stopping: .stopping
            default: .malformed
            }
    }
}
