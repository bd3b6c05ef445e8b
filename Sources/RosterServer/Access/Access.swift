import HTTPTypes
import Roster
import Vault

/// Decides who is asking, before anything that was sent is looked at.
struct Access: Sendable {
    /// Whose tokens count; nil where there are none.
    let registry: Registry?
    /// What callers without a token may do; nil is nothing.
    let anonymousRole: Role?

    /// The viewer behind a request's token. Whoever shows a token that is not valid is refused, not taken for a
    /// stranger: the mistake would otherwise show as missing rights.
    func viewer(of headers: HTTPFields) throws -> Viewer {
        guard let shown = try BearerToken(of: headers) else {
            guard let anonymousRole else { throw HTTPRefusal.unauthenticated(.noToken) }
            return .anonymous(role: anonymousRole)
        }
        guard let token = AccessToken(shown.text), let viewer = try registry?.viewer(presenting: token) else {
            throw HTTPRefusal.unauthenticated(.unknownToken)
        }
        return viewer
    }
}
