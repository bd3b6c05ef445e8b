import GraphQL
import JSON
import OrderedCollections
import Vault

extension ResponseCache {
    /// What an answer depends on, but for the version: document, operation, variables and role.
    ///
    /// Bytes, because comparing strings normalises them, which a stranger could make slow.
    struct Key: Hashable, Sendable {
        let bytes: [UInt8]

        /// Longer ones are not worth their place.
        private static let longest = 64 << 10

        /// Nil for requests that ask for something besides, and for those that nothing is kept for.
        init?(_ request: Request, role: Role?) {
            guard let role, request.extensions.isEmpty || request.extensions.keys.elementsEqual(["persistedQuery"]),
                request.query.utf8.count <= Self.longest
            else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(request.query.utf8.count + 64)
            // None of the parts but the last has a zero byte in it, so that no two requests have the same bytes.
            bytes += role.rawValue.utf8
            bytes.append(0)
            if let name = request.operationName {
                bytes.append(1)
                guard !name.utf8.contains(0) else { return nil }
                bytes += name.utf8
            }
            bytes.append(0)
            if !request.variables.isEmpty {
                do throws(JSONError) { try JSONValue.object(request.variables).write(to: &bytes) } catch { return nil }
            }
            bytes.append(0)
            bytes += request.query.utf8
            guard bytes.count <= Self.longest else { return nil }
            self.bytes = bytes
        }

        static func == (left: Key, right: Key) -> Bool {
            left.bytes == right.bytes
        }

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }

        /// What names that answer to this key to other programs, whatever server they ask.
        func tag(of body: [UInt8]) throws(VaultError) -> String {
            String(try SHA256.hexadecimalDigest(of: bytes + [0] + body).prefix(32))
        }
    }
}
