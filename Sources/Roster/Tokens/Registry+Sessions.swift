package import Vault

extension Registry {
    /// Begins a session for whoever holds that token; nil where the token is unknown, expired or revoked.
    ///
    /// - Returns: the sealed session, which is the browser's to keep.
    package func beginSession(
        presenting token: AccessToken,
        lasting seconds: Int
    ) throws(VaultError) -> String? {
        let hash = try token.hash
        guard viewer(holding: hash) != nil else { return nil }
        let (end, overflows) = Instant.now.secondsSince1970.addingReportingOverflow(seconds)
        guard !overflows else { return nil }
        return try keys.keyring.seal(Session(token: hash, expiresAt: end))
    }

    /// What a sealed session is worth.
    package enum SessionStanding: Sendable {
        case current(Viewer)
        /// It was one, but its time is over, or its token was revoked or has expired.
        case ended
        /// No server with this master key made it.
        case forged
    }

    /// Opens a sealed session, and looks whether its token still counts.
    package func standing(ofSession sealed: String) -> SessionStanding {
        guard let session = keys.keyring.openSession(sealed) else { return .forged }
        guard session.expiresAt > Instant.now.secondsSince1970, let viewer = viewer(holding: session.token) else {
            return .ended
        }
        return .current(viewer)
    }
}
