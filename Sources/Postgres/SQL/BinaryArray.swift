/// The binary format of one-dimensional arrays without `NULL`s (`array_send` and `array_recv` of the server):
/// dimensions, a flag for `NULL`s, the element type, then length and lower bound, then each element with its length.
enum BinaryArray {
    static func encode<Element>(
        _ elements: [Element],
        of type: TypeID,
        _ append: (Element, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.count * 12)
        bytes.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(0))
        bytes.append(bigEndian: type.rawValue)
        guard !elements.isEmpty else { return bytes }
        bytes.append(bigEndian: Int32(clamping: elements.count))
        bytes.append(bigEndian: Int32(1))
        for element in elements {
            let start = bytes.count
            bytes.append(bigEndian: Int32(0))
            append(element, &bytes)
            let length = Int32(clamping: bytes.count - start - 4)
            withUnsafeBytes(of: length.bigEndian) { length in
                bytes.replaceSubrange(start..<start + 4, with: length)
            }
        }
        return bytes
    }

    /// `nil` when the bytes are no such array, or an element is `NULL` or cannot be read.
    static func decode<Element>(
        _ bytes: [UInt8],
        of type: TypeID,
        _ read: (ArraySlice<UInt8>) -> Element?
    ) -> [Element]? {
        var rest = bytes[...]
        guard let dimensions = rest.popInteger(Int32.self), rest.popInteger(Int32.self) != nil,
            rest.popInteger(UInt32.self) == type.rawValue
        else { return nil }
        if dimensions == 0 { return rest.isEmpty ? [] : nil }
        guard dimensions == 1, let count = rest.popInteger(Int32.self), rest.popInteger(Int32.self) != nil
        else { return nil }
        var elements: [Element] = []
        for _ in 0..<max(0, count) {
            guard let length = rest.popInteger(Int32.self), length >= 0, Int(length) <= rest.count,
                let element = read(rest.prefix(Int(length)))
            else { return nil }
            elements.append(element)
            rest.removeFirst(Int(length))
        }
        return rest.isEmpty ? elements : nil
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func popInteger<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
        guard let value = Value(bigEndianBytes: prefix(Value.bitWidth / 8)) else { return nil }
        removeFirst(Value.bitWidth / 8)
        return value
    }
}

extension FixedWidthInteger {
    /// The number in network order; `nil` unless there are exactly as many bytes as it has.
    init?(bigEndianBytes bytes: some Collection<UInt8>) {
        guard bytes.count == Self.bitWidth / 8 else { return nil }
        self = bytes.reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
    }
}
