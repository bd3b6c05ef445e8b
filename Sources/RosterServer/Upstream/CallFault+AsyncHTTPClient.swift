import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Roster

extension CallFault {
    /// What is said of an error of the HTTP client, whose own words may hold what was sent.
    static func translating(_ error: any Error, within wait: Duration, limits: UpstreamLimits) -> any Error {
        switch error {
        case is CallFault, is CancellationError: error
        case let error as HTTPClientError: translating(error, within: wait, limits: limits)
        case let error as NIOSSLError: translating(error)
        case is NIOSSLExtraError: CallFault.certificate
        case is BoringSSLError: CallFault.handshake
        case is HTTPParserError, is NIOHTTPDecoderError: CallFault.notHTTP
        case is NIOConnectionError, ChannelError.connectTimeout: CallFault.notConnected
        case let error as IOError where connecting.contains(error.errnoCode): CallFault.notConnected
        default: CallFault.closed
        }
    }

    private static func translating(
        _ error: HTTPClientError,
        within wait: Duration,
        limits: UpstreamLimits
    ) -> any Error {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            CallFault.connectingTimedOut(seconds: limits.connect.roundedSeconds)
        case .deadlineExceeded: CallFault.timedOut(seconds: wait.roundedSeconds)
        case .readTimeout, .writeTimeout: CallFault.timedOut(seconds: limits.idle.roundedSeconds)
        case .remoteConnectionClosed, .uncleanShutdown: CallFault.closed
        case .cancelled: CancellationError()
        case .alreadyShutdown: CallFault.stopping
        default: CallFault.notHTTP
        }
    }

    private static func translating(_ error: NIOSSLError) -> CallFault {
        switch error {
        case .handshakeFailed(let error):
            // BoringSSL says why a certificate was refused only in words.
            String(describing: error).contains("CERTIFICATE_VERIFY_FAILED") ? .certificate : .handshake
        case .unableToValidateCertificate, .noCertificateToValidate: .certificate
        case .uncleanShutdown: .closed
        default: .handshake
        }
    }

    /// What the system says only where there is no connection yet, so that nothing can have been sent.
    private static let connecting: Set = [ECONNREFUSED, EADDRNOTAVAIL]
}
