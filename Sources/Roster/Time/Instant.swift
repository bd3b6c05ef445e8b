/// A moment to the second, as Unix time.
package struct Instant: Hashable, Sendable {
    /// Seconds since the first moment of 1970 in UTC, leap seconds not counted.
    package let secondsSince1970: Int

    package init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}
