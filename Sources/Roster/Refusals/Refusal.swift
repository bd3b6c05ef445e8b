/// Why the registry would not do something: the rule, the field of the input it is about, and a sentence that says
/// what to do.
package struct Refusal: Error, Hashable, Sendable {
    package let reason: Reason
    /// Nil where no single field is to blame.
    package let field: FieldPath?

    package init(_ reason: Reason, at field: FieldPath? = nil) {
        self.reason = reason
        self.field = field
    }
}

/// All that is wrong with one request, never empty.
package struct Refusals: Error, Hashable, Sendable {
    package let all: [Refusal]

    package init(_ first: Refusal, _ others: [Refusal] = []) {
        all = [first] + others
    }

    package init(_ reason: Refusal.Reason, at field: FieldPath? = nil) {
        self.init(Refusal(reason, at: field))
    }
}

/// What has been found wrong so far: rules add to it, so that a caller hears of everything at once.
struct Findings {
    /// The most that one answer tells, so that it stays in proportion to what was asked.
    static let limit = 100

    private(set) var refusals: [Refusal] = []

    mutating func add(_ reason: Refusal.Reason, at field: FieldPath?) {
        if refusals.count < Self.limit { refusals.append(Refusal(reason, at: field)) }
    }

    /// Reads a value that may be wrong; what is wrong with it is noted and the value is nil.
    mutating func read<Value, Fault: InputFault>(
        at field: FieldPath,
        _ read: () throws(Fault) -> Value
    ) -> Value? {
        do {
            return try read()
        } catch {
            add(.malformed(error.reason), at: field)
            return nil
        }
    }

    /// Throws what was found, if anything was.
    func check() throws(Refusals) {
        if !refusals.isEmpty { throw all }
    }

    /// What was found, for a place that is only reached when something was.
    var all: Refusals {
        Refusals(refusals.first ?? Refusal(.constraint(.badUserInput)), Array(refusals.dropFirst()))
    }
}
