/// All that a document may cost before it is refused, in one place.
///
/// Every limit is checked before the work that it bounds. A document at a limit is accepted; one past it is refused
/// as `LIMIT_EXCEEDED` with the limit's name and value.
public struct Limits: Sendable, Hashable {
    /// The source text, in bytes.
    public var bytes = 1_048_576
    /// Lexical tokens, comments and commas not counted.
    public var tokens = 15_000
    /// Selection sets, lists, objects and list types inside each other, counted together.
    public var nesting = 64
    /// Selections of an operation after all fragments are spread, by arithmetic before any is followed.
    public var expandedSelections = 10_000
    /// Selection sets inside each other after all fragments are spread.
    public var selectionDepth = 64
    /// Fields with an alias, and directives, each after all fragments are spread.
    public var aliases = 2_000
    public var directives = 2_000
    /// Fields of a mutation's root after all fragments are spread.
    public var rootFields = 1_000
    /// Fields of a plan: like `expandedSelections`, but counted once for each object type that they may be of.
    public var plannedFields = 20_000
    /// Comparisons of two fields with the same response name.
    public var fieldComparisons = 100_000
    /// Errors kept for one document; the last says that there were more.
    public var errors = 50
    /// Lists of an introspection query inside each other (`fields`, `args`, `possibleTypes`, …).
    public var introspectionDepth = 4
    /// Fields `__schema` and `__type` after all fragments are spread: each may ask for the whole table.
    public var introspectionRoots = 10

    /// Defaults that one list of arguments, or one variable, may be filled up with: defaults hold objects that have
    /// defaults, and a short schema can make that double at each level.
    public static let defaults = 50_000

    /// Fields inside each other once all fragments are spread; what runs on a stack recurses no deeper.
    public static let deepestPlan = 64

    public init() {}
}
