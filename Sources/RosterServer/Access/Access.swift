import HTTPTypes
import Hummingbird
import NIOCore
import Roster
import Vault

/// Decides who is asking, before anything that was sent is looked at.
struct Access: Sendable {
    /// Whose tokens count; nil where there are none, and everybody is served whatever they show.
    let registry: Registry?
    /// What callers without a token may do; nil is nothing.
    let anonymousRole: Role?
    /// Whether callers come by TLS that ends here.
    var isSecure = false
    /// How failures are slowed down.
    let failures: FailureBook
    /// Where it is counted, with all else that the network floor counts.
    var observation = Observation()

    /// The viewer behind a request.
    func viewer(of request: Request, _ scope: RequestScope) throws -> Viewer {
        try viewer(of: request.head, from: scope.channel)
    }

    /// The viewer behind a request's bearer token, or else behind its session cookie.
    ///
    /// Whoever shows one that is not valid is refused, not taken for a stranger: the mistake would otherwise show as
    /// missing rights. A cookie counts only where a page of this site sent it.
    func viewer(of head: HTTPRequest, from channel: any Channel) throws -> Viewer {
        guard let registry else { return .anonymous(role: anonymousRole) }
        let shown: BearerToken?
        do {
            shown = try BearerToken(of: head.headerFields)
        } catch {
            throw failure(.malformedHeader, from: channel)
        }
        if let shown {
            guard let token = AccessToken(shown.text), let viewer = try registry.viewer(presenting: token) else {
                throw failure(.unknownToken, from: channel)
            }
            return viewer
        }
        if let sealed = SessionCookie.value(in: head.headerFields, isSecure: isSecure) {
            try requireSameOrigin(head)
            switch registry.standing(ofSession: sealed) {
            case .current(let viewer): return viewer
            case .ended: throw HTTPRefusal.unauthenticated(.sessionEnded)
            case .forged: throw failure(.sessionEnded, from: channel)
            }
        }
        guard let anonymousRole else { throw HTTPRefusal.unauthenticated(.noToken) }
        return .anonymous(role: anonymousRole)
    }

    /// Refuses what another site made a browser send.
    func requireSameOrigin(_ head: HTTPRequest) throws(HTTPRefusal) {
        guard SameOrigin.holds(for: head, isSecure: isSecure) else { throw .foreignOrigin }
    }

    /// The refusal of someone who failed to show who they are: 401, or 429 after too many.
    func failure(_ reason: HTTPRefusal.Unauthenticated, from channel: any Channel) -> HTTPRefusal {
        observation.authenticationFailures.add()
        guard let wait = failures.noteFailure(of: AddressKey(channel.remoteAddress)) else {
            return .unauthenticated(reason)
        }
        return .tooManyFailures(retryAfter: Int(clamping: wait.components.seconds) + 1)
    }
}
