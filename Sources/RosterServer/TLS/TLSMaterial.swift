package import Logging
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The certificate and key that new handshakes use, which follow their files.
package final class TLSMaterial: Sendable {
    package let files: TLSFiles
    private let current: Mutex<State>

    private struct State {
        var context: NIOSSLContext
        /// What the files were when they were last read, well or in vain.
        var stamps: [TLSFiles.Stamp?]
    }

    /// Reads the files; they are not followed before ``follow(every:logger:)``.
    package init(files: TLSFiles) throws(TLSFault) {
        self.files = files
        let stamps = files.stamps
        current = Mutex(State(context: try files.context(), stamps: stamps))
    }

    var context: NIOSSLContext { current.withLock { $0.context } }

    /// Takes up the files if they have changed. If they are of no use, the ones before stay and one line is logged.
    func refresh(logger: Logger) {
        let stamps = files.stamps
        guard stamps != current.withLock({ $0.stamps }) else { return }
        do {
            let context = try files.context()
            current.withLock { $0 = State(context: context, stamps: stamps) }
            logger.notice("new certificate", metadata: ["file": "\(files.certificate)"])
        } catch {
            current.withLock { $0.stamps = stamps }
            logger.error("the certificate stays as it was", metadata: ["reason": "\(error)"])
        }
    }

    /// Looks after the files again and again, until the server stops.
    func follow(every interval: Duration, logger: Logger) async {
        while (try? await Task.sleep(for: interval)) != nil { refresh(logger: logger) }
    }
}

/// Follows the files of a server's certificate for as long as the server runs.
struct TLSFollowing: Service {
    let material: TLSMaterial
    let interval: Duration
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await material.follow(every: interval, logger: logger) }
    }
}
