/// One piece of a URL's path, between slashes.
enum PathSegment {
    /// Whether it is `.` or `..` in any spelling (RFC 3986 section 5.2.4, with `%2e` read as a dot).
    static func isDots(_ segment: Substring) -> Bool {
        let plain = segment.lowercased().split(separator: "%2e", omittingEmptySubsequences: false).joined(
            separator: ".")
        return plain == "." || plain == ".."
    }
}
