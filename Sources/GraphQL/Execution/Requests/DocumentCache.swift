import Synchronization

/// Prepared documents by their text, so that a document is parsed, validated and planned once; bounded in bytes.
///
/// Two generations stand in for exact order of use: what is asked for moves to the young one, and when that has half
/// of the bytes it becomes the old one and the former old one goes. Looking up costs one hash of the text.
public final class DocumentCache: Sendable {
    public let schema: Schema
    public let limits: Limits
    public let validation: ValidationOptions
    private let bytes: Int
    private let state = Mutex(State())

    private struct State {
        var young: [Key: PreparedDocument] = [:]
        var old: [Key: PreparedDocument] = [:]
        /// Estimated, of the young generation.
        var bytes = 0
        var counts = Counts()

        /// Finds, and counts whether it did.
        mutating func look(for key: Key, bytes limit: Int) -> PreparedDocument? {
            let found = find(key, bytes: limit)
            if found == nil { counts.misses += 1 } else { counts.hits += 1 }
            return found
        }

        private mutating func find(_ key: Key, bytes limit: Int) -> PreparedDocument? {
            if let found = young[key] { return found }
            guard let found = old.removeValue(forKey: key) else { return nil }
            keep(found, for: key, bytes: limit)
            return found
        }

        mutating func keep(_ document: PreparedDocument, for key: Key, bytes limit: Int) {
            guard key.estimatedBytes <= limit / 2 else { return }
            if bytes + key.estimatedBytes > limit / 2 {
                old = young
                young = [:]
                bytes = 0
            }
            if young.updateValue(document, forKey: key) == nil { bytes += key.estimatedBytes }
        }
    }

    /// A text compared by its bytes: a string's own equality normalises, which a stranger could make slow.
    private struct Key: Hashable {
        let text: String

        static func == (left: Key, right: Key) -> Bool {
            left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }

        /// What a text's tree and plans take, by rule of thumb: some fifty bytes for each of its own.
        var estimatedBytes: Int { 4096 + 50 * text.utf8.count }
    }

    /// - Parameter bytes: the most that all documents may take together, by estimate.
    public init(
        schema: Schema,
        limits: Limits = Limits(),
        validation: ValidationOptions = ValidationOptions(),
        bytes: Int = 64 << 20
    ) {
        self.schema = schema
        self.limits = limits
        self.validation = validation
        self.bytes = bytes
    }

    /// The document, prepared now or before.
    ///
    /// - Throws: what `PreparedDocument` throws; documents with errors are not kept.
    public func document(_ query: String) throws(RequestErrors) -> PreparedDocument {
        let key = Key(text: query)
        if let found = state.withLock({ $0.look(for: key, bytes: bytes) }) { return found }
        let document = try PreparedDocument(query, schema: schema, limits: limits, validation: validation)
        state.withLock { $0.keep(document, for: key, bytes: bytes) }
        return document
    }

    /// How often a document was found prepared, and how often it was not.
    public struct Counts: Sendable, Hashable {
        public internal(set) var hits = 0
        public internal(set) var misses = 0
    }

    /// Since the cache was made; documents with errors are misses each time.
    public var counts: Counts { state.withLock { $0.counts } }

    /// Documents kept just now.
    public var count: Int { state.withLock { $0.young.count + $0.old.count } }
}
