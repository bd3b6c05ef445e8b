import Glibc
import NIOSSL

/// The files that HTTPS is made of, all PEM.
package struct TLSFiles: Sendable, Hashable {
    /// The certificate with its chain.
    package var certificate: String
    package var key: String
    /// The authorities whose certificates callers must show; nil where callers need none.
    package var clientAuthorities: String?
    /// Whether the certificate was made up for trying out.
    package var isTrial = false

    package init(certificate: String, key: String, clientAuthorities: String? = nil) {
        self.certificate = certificate
        self.key = key
        self.clientAuthorities = clientAuthorities
    }

    /// What the system says of the files without reading them: it differs once one of them was replaced or written to.
    var stamps: [Stamp?] { ([certificate, key] + [clientAuthorities].compactMap { $0 }).map(Stamp.init) }

    /// Which file is at a path, and since when it is as it is.
    struct Stamp: Hashable {
        let numbers: [Int]

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            numbers = [
                Int(bitPattern: UInt(status.st_dev)), Int(bitPattern: UInt(status.st_ino)), Int(status.st_size),
                status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
            ]
        }
    }

    /// Reads the files and tries them together, so that what is wrong shows before anybody is served with them.
    func context() throws(TLSFault) -> NIOSSLContext {
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
        configuration.cipherSuiteValues = Self.suites
        configuration.applicationProtocols = ["http/1.1"]
        if let clientAuthorities {
            do {
                let trusted = try NIOSSLCertificate.fromPEMFile(clientAuthorities)
                guard !trusted.isEmpty else { throw TLSFault.certificateUnreadable(path: clientAuthorities) }
                configuration.trustRoots = .certificates(trusted)
            } catch {
                throw .certificateUnreadable(path: clientAuthorities)
            }
            configuration.certificateVerification = .noHostnameVerification
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw .mismatch(certificate: certificate, key: key)
        }
    }

    /// For TLS 1.2 what RFC 9325 section 4.2 recommends: forward secrecy and authenticated encryption. TLS 1.3 has no other.
    private static let suites: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]
}
