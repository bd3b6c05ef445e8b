package import NIOCore

/// What a call to a provider may cost.
package struct UpstreamLimits: Sendable {
    /// Until the host's name is resolved, and until it accepts a connection, with TLS.
    package var connect = Duration.seconds(10)
    /// Until a chat's answer begins; models think for minutes before they say a word.
    package var firstByte = Duration.seconds(600)
    /// How long an answer may be silent once it has begun.
    package var idle = Duration.seconds(300)
    /// A whole answer.
    package var total = Duration.seconds(3600)
    /// A check of a provider, from the first to the last.
    package var check = Duration.seconds(15)
    /// A chat's request, in bytes: larger than others, for it may hold pictures.
    package var requestBody = 16 << 20
    /// A chat's answer, in bytes.
    package var responseBody = 256 << 20
    /// A list of models, in bytes.
    package var listBody = 4 << 20
    /// An error, in bytes; what is beyond is not looked at.
    package var errorBody = 64 << 10
    /// Clients kept for hosts that nobody calls just now.
    package var idleHosts = 32

    package init() {}
}
