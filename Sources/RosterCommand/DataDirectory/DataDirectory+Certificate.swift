import Glibc
import RosterServer
import SystemPackage
import Vault

extension DataDirectory {
    /// Makes a certificate that vouches for itself, for names and IP addresses; a start makes it anew.
    func makeCertificate(for names: [String]) throws(CommandFault) -> TLSFiles {
        let made: SelfSignedCertificate
        do {
            made = try SelfSignedCertificate(
                names: names.filter { !$0.isIPAddress }, addresses: names.filter(\.isIPAddress))
        } catch {
            throw .tls(.notMade)
        }
        let certificate = path.appending("certificate.pem")
        let key = path.appending("certificate.key")
        do {
            try certificate.writePrivately(made.certificate)
            try made.key.withBytes { bytes throws(Errno) in
                try key.writePrivately(bytes.withUnsafeBufferPointer { Array($0) })
            }
        } catch {
            throw .dataDirectory(path, error)
        }
        return TLSFiles(certificate: certificate.string, key: key.string)
    }
}

extension String {
    fileprivate var isIPAddress: Bool {
        var bytes = in6_addr()
        return inet_pton(AF_INET, self, &bytes) == 1 || inet_pton(AF_INET6, self, &bytes) == 1
    }
}
