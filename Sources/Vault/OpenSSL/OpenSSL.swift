import COpenSSL

/// The conventions of OpenSSL: one is success, and a failure leaves notes in a queue of the thread.
enum OpenSSL {
    /// Throws unless `status` is success, and empties the queue, so that no later user of the thread finds its notes.
    static func check(_ status: Int32, _ failure: VaultError) throws(VaultError) {
        guard status == 1 else {
            ERR_clear_error()
            throw failure
        }
    }

    /// The object that was made, or an error and an empty queue.
    static func check(_ object: OpaquePointer?, _ failure: VaultError) throws(VaultError) -> OpaquePointer {
        if let object { return object }
        ERR_clear_error()
        throw failure
    }

    /// Whether a failure left notes in the queue of this thread.
    static var hasNotes: Bool { ERR_peek_error() != 0 }
}
