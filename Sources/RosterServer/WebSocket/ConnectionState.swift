import Roster

/// What a connection of `graphql-transport-ws` may do next: the rules of the protocol, without any socket.
struct ConnectionState: Sendable {
    /// How an operation that goes on is told to end.
    typealias Cancellation = AsyncStream<Never>.Continuation

    private var phase = Phase.new
    private var operations: [String: Cancellation] = [:]
    /// The most operations at once.
    let limit: Int

    private enum Phase: Sendable {
        /// Nothing has been said yet.
        case new
        case acknowledged(Viewer)
        case closed
    }

    init(operationLimit: Int) {
        limit = operationLimit
    }

    var isClosed: Bool {
        if case .closed = phase { true } else { false }
    }

    var isNew: Bool {
        if case .new = phase { true } else { false }
    }

    /// Takes a `connection_init`, once.
    ///
    /// - Parameter find: finds out who is there.
    mutating func initialise(_ find: () throws -> Viewer) throws -> Viewer {
        guard isNew else { throw MustClose(.tooManyInitialisations) }
        let viewer = try find()
        phase = .acknowledged(viewer)
        return viewer
    }

    enum Admission: Sendable, Equatable {
        case admitted(Viewer)
        /// There are as many operations as there may be.
        case refused
    }

    /// Takes a `subscribe`.
    mutating func subscribe(_ id: String, _ cancellation: Cancellation) throws(MustClose) -> Admission {
        guard case .acknowledged(let viewer) = phase else { throw MustClose(.unauthorized) }
        guard operations[id] == nil else { throw MustClose(.subscriberExists) }
        guard operations.count < limit else { return .refused }
        operations[id] = cancellation
        return .admitted(viewer)
    }

    /// Ends an operation, whether the client has had enough or there is no more.
    ///
    /// - Returns: how to tell the operation; nil if it has ended before.
    mutating func end(_ id: String) -> Cancellation? {
        operations.removeValue(forKey: id)
    }

    /// Ends everything.
    ///
    /// - Returns: the operations that were going on; nil if it was closed before.
    mutating func close() -> [String: Cancellation]? {
        guard !isClosed else { return nil }
        phase = .closed
        defer { operations = [:] }
        return operations
    }
}
