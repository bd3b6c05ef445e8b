package import NIOSSL

/// A certificate with its chain, and its private key.
package struct TLSMaterial: Sendable {
    let context: NIOSSLContext

    /// Reads both PEM files and tries them together, so that what is wrong shows before the server listens.
    package init(certificate: String, key: String) throws(TLSFault) {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate)
        } catch {
            throw .certificateUnreadable(path: certificate)
        }
        guard !chain.isEmpty else { throw .certificateUnreadable(path: certificate) }
        let privateKey: NIOSSLPrivateKey
        do {
            privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
        } catch {
            throw .keyUnreadable(path: key)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(privateKey)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw .mismatch(certificate: certificate, key: key)
        }
    }
}

/// Why HTTPS cannot be offered.
package enum TLSFault: Error, Sendable, Hashable {
    case certificateUnreadable(path: String)
    case keyUnreadable(path: String)
    /// Each can be read, but the key is not the certificate's.
    case mismatch(certificate: String, key: String)
}

extension TLSFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .certificateUnreadable(let path): "\(path) is not a readable PEM file with a certificate."
        case .keyUnreadable(let path): "\(path) is not a readable PEM file with a private key."
        case .mismatch(let certificate, let key):
            "The private key in \(key) does not belong to the certificate in \(certificate)."
        }
    }
}
