public import OrderedCollections

/// A JSON value (RFC 8259 section 3).
///
/// Numbers in integer syntax that fit `Int` are `int`, all others are `double`; `-0` is `double`, so its sign is kept.
/// Objects keep the order in which their members were read, and two objects are equal only in the same order.
/// Member names are compared as Swift strings are, so two spellings of one character are one name.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object(OrderedDictionary<String, JSONValue>)
}
