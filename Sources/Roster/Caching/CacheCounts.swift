/// How well a cache did since the server started.
package struct CacheCounts: Sendable, Hashable {
    package var hits = 0
    package var misses = 0

    package init(hits: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.misses = misses
    }
}
