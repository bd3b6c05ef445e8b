import GraphQL
import Synchronization

/// Responses to queries of one version of the registry, bounded in bytes.
///
/// The version makes them exact: with a new one all are forgotten, so none is ever out of date.
final class ResponseCache: Sendable {
    private let state: Mutex<State>

    private struct State {
        var version = 0
        var answers: RecentlyUsed<Key, AnsweredRequest>
        var counts = CacheCounts()
    }

    /// - Parameter bytes: the most that all of them may take together, with their documents.
    init(bytes: Int) {
        state = Mutex(State(answers: RecentlyUsed(bytes: bytes)))
    }

    func answer(for key: Key, version: Int) -> AnsweredRequest? {
        state.withLock { state in
            guard state.version == version, let found = state.answers.find(key) else {
                state.counts.misses += 1
                return nil
            }
            state.counts.hits += 1
            return found
        }
    }

    /// Keeps an answer, unless it is of an older version than the others.
    func keep(_ answer: AnsweredRequest, for key: Key, version: Int) {
        state.withLock { state in
            guard version >= state.version else { return }
            if version > state.version {
                state.version = version
                state.answers.removeAll()
            }
            let bytes = key.bytes.count + answer.response.body.count + Self.overhead
            state.answers.keep(answer, for: key, bytes: bytes)
        }
    }

    /// What an entry takes besides its bytes, by rule of thumb.
    private static let overhead = 256

    var counts: CacheCounts { state.withLock { $0.counts } }
}
