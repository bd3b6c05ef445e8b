import RosterServer
import SystemPackage
import Vault

extension Settings.MasterKeyPlace {
    /// Runs `body` with the master key. In a data directory that has none one is made, where that is what is asked for;
    /// it does not stay if it turns out that what is stored needs another.
    func withKey(in directory: DataDirectory, _ body: (MasterKey) async throws -> Void) async throws {
        let hadKey = directory.masterKey.exists
        let key = try key(in: directory)
        do {
            try await body(key)
        } catch CommandFault.keyCheck(let check) {
            if case .dataDirectory = self, !hadKey { directory.masterKey.remove() }
            throw CommandFault.keyCheck(check)
        }
    }

    private func key(in directory: DataDirectory) throws(CommandFault) -> MasterKey {
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

extension Settings.TLSSource {
    /// The certificate and its key, tried together; made first where that is what is asked for.
    func material(in directory: DataDirectory) throws(CommandFault) -> TLSMaterial {
        do {
            switch self {
            case .files(let files):
                return try TLSMaterial(files: files)
            case .selfSigned(let names, let clientAuthorities):
                var files = try directory.makeCertificate(for: names)
                files.clientAuthorities = clientAuthorities
                files.isTrial = true
                return try TLSMaterial(files: files)
            }
        } catch let fault as TLSFault {
            throw .tls(fault)
        } catch let fault as CommandFault {
            throw fault
        } catch {
            throw .tls(.notMade)
        }
    }
}
