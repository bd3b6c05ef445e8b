/// The errors of one validation, cut off at a limit.
struct ValidationReport {
    private(set) var errors: [GraphQLError] = []
    /// Once true, the rest of the document is of no interest.
    private(set) var isFull = false
    private let limit: Int

    /// Places kept of one error; a document may repeat a name thousands of times.
    private static let maximumLocations = 50
    /// Bytes kept of one message; a document may contain a name of a megabyte.
    private static let maximumMessageLength = 1_000

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ message: String, at locations: [Location]) {
        guard !isFull else { return }
        guard errors.count < limit else {
            isFull = true
            errors.append(
                GraphQLError(
                    "Too many validation errors, error limit reached. Validation aborted.",
                    code: .validationFailed
                )
            )
            return
        }
        errors.append(
            GraphQLError(
                message.cut(to: Self.maximumMessageLength),
                code: .validationFailed,
                at: Array(locations.prefix(Self.maximumLocations))
            )
        )
    }

    mutating func add(_ message: String, at locations: Location...) {
        add(message, at: locations)
    }
}

extension String {
    /// Itself, or its beginning where it is longer in UTF-8.
    fileprivate func cut(to length: Int) -> String {
        utf8.count <= length ? self : String(decoding: utf8.prefix(length), as: UTF8.self) + "…"
    }
}
