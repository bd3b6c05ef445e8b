/// How much JSON a reader takes from a stranger.
public struct JSONLimits: Sendable, Hashable {
    /// The deepest nesting that can be asked for.
    ///
    /// Reading, writing, comparing and releasing a value recurse as deep; so far they need less than 512 KiB of stack,
    /// even in a debug build.
    public static let deepestNesting = 128

    /// One mebibyte, 64 levels, names of 256 bytes.
    public static let standard = JSONLimits()

    /// The longest text accepted, in bytes.
    public let bytes: Int

    /// How many arrays and objects may stand inside each other: `[[1]]` is two.
    public let nesting: Int

    /// The longest member name accepted, in bytes of UTF-8.
    ///
    /// Names are hashed as Swift strings, which takes quadratic time in a run of combining characters, so they are
    /// kept short: a mebibyte of the worst names within this limit takes about a tenth of a second.
    public let nameBytes: Int

    /// Limits that are accepted exactly and refused one beyond; `nesting` is cut to ``deepestNesting``.
    public init(bytes: Int = 1 << 20, nesting: Int = 64, nameBytes: Int = 256) {
        self.bytes = max(0, bytes)
        self.nesting = min(max(0, nesting), Self.deepestNesting)
        self.nameBytes = max(0, nameBytes)
    }
}
