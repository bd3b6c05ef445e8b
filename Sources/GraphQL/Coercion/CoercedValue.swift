public import OrderedCollections

/// A value on its way in (chapter 3, "input coercion"): first as the caller wrote it, then as its type has it.
///
/// Coerced, an input object holds its fields in declared order with defaults filled in and the absent left out, a
/// single item has become a list where one is expected, and leaves are what their scalar made of them.
public indirect enum CoercedValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case `enum`(String)
    case list([CoercedValue])
    case object(OrderedDictionary<String, CoercedValue>)
}

extension CoercedValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: CoercedValue...) { self = .list(elements) }
}

/// Where a value on its way in was written: JSON has fewer kinds of value than documents have, so rules differ.
public enum InputSource: Sendable, Hashable {
    /// In the document.
    case literal
    /// In the request's variables, as JSON.
    case variable
}

/// Why a value does not fit its type. The message never repeats the value: it may be a secret in the wrong place.
public struct CoercionFailure: Error, Sendable, Hashable {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }
}
