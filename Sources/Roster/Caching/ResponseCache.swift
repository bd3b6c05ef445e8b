import GraphQL
import Synchronization

/// Responses to queries of one edition of the registry, bounded in bytes.
///
/// The edition makes them exact: with a new one all are forgotten, so none is ever out of date.
final class ResponseCache: Sendable {
    private let state: Mutex<State>

    private struct State {
        var edition = Snapshot.Edition(timeline: 0, version: 0)
        var answers: RecentlyUsed<Key, AnsweredRequest>
        var counts = CacheCounts()
    }

    /// - Parameter bytes: the most that all of them may take together, with their documents.
    init(bytes: Int) {
        state = Mutex(State(answers: RecentlyUsed(bytes: bytes)))
    }

    func answer(for key: Key, edition: Snapshot.Edition) -> AnsweredRequest? {
        state.withLock { state in
            guard state.edition == edition, let found = state.answers.find(key) else {
                state.counts.misses += 1
                return nil
            }
            state.counts.hits += 1
            return found
        }
    }

    /// Keeps an answer, unless it is of an older edition than the others.
    func keep(_ answer: AnsweredRequest, for key: Key, edition: Snapshot.Edition) {
        state.withLock { state in
            guard edition >= state.edition else { return }
            if edition > state.edition {
                state.edition = edition
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
