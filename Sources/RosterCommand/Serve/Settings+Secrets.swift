import RosterServer
import SystemPackage
import Vault

extension Settings.MasterKeyPlace {
    /// The master key. In a data directory that has none one is made, where that is what is asked for.
    func key(in directory: DataDirectory) throws(CommandFault) -> MasterKey {
        do {
            switch self {
            case .environment(let value):
                return try value.withText { text throws(VaultError) in
                    try MasterKey(environment: Setting.masterKey.variable, value: text)
                }
            case .file(let path):
                return try MasterKey.read(path: path.string)
            case .dataDirectory:
                return try Self.readOrMake(at: directory.masterKey.string)
            }
        } catch {
            throw .masterKey(error)
        }
    }

    private static func readOrMake(at path: String) throws(VaultError) -> MasterKey {
        do {
            return try MasterKey.read(path: path)
        } catch .masterKeyRefused(.missing, _) {
            do {
                return try MasterKey.create(path: path)
            } catch .masterKeyRefused(.alreadyExists, _) {
                // Another server of the same directory was quicker.
                return try MasterKey.read(path: path)
            }
        }
    }
}

extension Settings.TLSFiles {
    /// The certificate and its key, tried together.
    func material() throws(CommandFault) -> TLSMaterial {
        do {
            return try TLSMaterial(certificate: certificate.string, key: key.string)
        } catch {
            throw .tls(error)
        }
    }
}
