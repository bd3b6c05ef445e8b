import GraphQL
import JSON
import OrderedCollections
import Roster
import Synchronization
import Vault

/// Documents that clients may name by their digests instead of sending them: automatic persisted queries.
///
/// A client first sends `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "…"}}}` alone. If nobody has
/// sent the document yet it is told so, and sends both, once. Only documents that are valid are kept, and only those of
/// callers with a role, so that no stranger can fill the store.
final class PersistedDocuments: Sendable {
    private let documents: Mutex<RecentlyUsed<String, String>>

    /// - Parameter bytes: the most that all documents may take together.
    init(bytes: Int) {
        documents = Mutex(RecentlyUsed(bytes: bytes))
    }

    /// The request with its document, whether sent or named.
    ///
    /// - Throws: `RequestErrors` where the document is not known, `HTTPRefusal` where the request is wrong.
    func complete(_ request: PersistedRequest) throws -> Request {
        var call = request.call
        guard let digest = request.digest else { return call }
        if call.query.isEmpty {
            guard let document = documents.withLock({ $0.find(digest) }) else { throw RequestErrors(.notPersisted) }
            call.query = document
        } else {
            guard try SHA256.hexadecimalDigest(of: Array(call.query.utf8)) == digest else {
                throw HTTPRefusal.persistedQueryMismatch
            }
        }
        return call
    }

    /// Keeps the document of a request that has been answered.
    func keep(_ request: PersistedRequest, of viewer: Viewer) {
        guard let digest = request.digest, !request.call.query.isEmpty, viewer.role != nil else { return }
        let document = request.call.query
        documents.withLock { $0.keep(document, for: digest, bytes: document.utf8.count + 256) }
    }

    var count: Int { documents.withLock { $0.count } }
}

/// A request as it was sent: with its document, with the document's digest, or with both.
struct PersistedRequest: Sendable {
    let call: Request
    /// 64 lower-case hexadecimal digits; nil where no digest was sent.
    let digest: String?

    init(_ call: Request) throws(HTTPRefusal) {
        self.call = call
        switch call.extensions["persistedQuery"] {
        case nil, .null:
            digest = nil
            guard !call.query.isEmpty else { throw .queryMissing }
        case .object(let members):
            guard members["version"] == .int(1), case .string(let text)? = members["sha256Hash"] else {
                throw .malformedPersistedQuery
            }
            guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexadecimal) else {
                throw .malformedPersistedQuery
            }
            digest = text.lowercased()
        default:
            throw .malformedPersistedQuery
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension GraphQLError {
    /// In the words that clients look for.
    fileprivate static var notPersisted: GraphQLError {
        GraphQLError("PersistedQueryNotFound", code: Code(rawValue: "PERSISTED_QUERY_NOT_FOUND"))
    }
}
