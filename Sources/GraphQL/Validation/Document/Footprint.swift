/// What the walk noted of one operation or fragment for the rules that look beyond it.
struct Footprint {
    var spreads: [Spread] = []
    var variables: [VariableUsage] = []
    /// All selections in it, spreads counted as themselves.
    var selections = 0
    /// Fields with an alias.
    var aliases = 0
    /// Directives on it and in it.
    var directives = 0
    /// Fields of its outermost selection set, those in inline fragments too.
    var rootFields = 0
    /// Selection sets inside each other.
    var depth = 0
    /// Lists of introspection types inside each other.
    var introspectionDepth = 0
    /// Fields `__schema` and `__type`.
    var introspectionRoots = 0

    /// A fragment spread and where it stands.
    struct Spread {
        /// The fragment's number in the `FragmentTable`.
        let fragment: Int
        let location: Location
        /// Selection sets around it, its own included.
        let depth: Int
        /// Whether no field is around it.
        let isAtRoot: Bool
        /// Introspection lists around it.
        let introspectionDepth: Int
    }
}
