/// Some members of a long JSON object, found without making a value of all the others.
///
/// The text is read to its end, as strictly as a `JSONValue` is, but for this: of names that come twice only those that
/// are sought are refused. It takes no more memory than its longest string.
public struct JSONMembers: Sendable {
    private let bytes: [UInt8]
    private let ranges: [String: Range<Int>]

    /// - Parameter names: of the members that are sought.
    /// - Returns: nil where the text is another value than an object.
    public init?(_ names: [String], of bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
        guard bytes.count <= limits.bytes else {
            throw JSONError(.tooLong(limit: limits.bytes), at: limits.bytes)
        }
        var parser = JSONParser(limits: limits)
        guard let ranges = try parser.ranges(of: names, in: bytes.span) else { return nil }
        self.bytes = bytes
        self.ranges = ranges
    }

    /// Where the value of a member stands, nil where there is none.
    public func range(of name: String) -> Range<Int>? { ranges[name] }

    /// The value of a member, nil where there is none.
    public func value(of name: String, limits: JSONLimits = .standard) throws(JSONError) -> JSONValue? {
        guard let range = ranges[name] else { return nil }
        return try JSONValue(parsing: Array(bytes[range]), limits: limits)
    }
}
