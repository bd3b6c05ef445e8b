/// A statement as it goes over the wire: text with `$1`…, and the binds one after the other in one buffer.
struct Statement {
    private(set) var text = ""
    private(set) var types: [UInt32] = []
    private(set) var lengths: [CInt] = []
    /// 0 for text, 1 for the binary format of the type.
    private(set) var formats: [CInt] = []
    /// Where each bind begins in `buffer`; `nil` for `NULL`.
    private var offsets: [Int?] = []
    private var buffer: [UInt8] = []

    /// Numbers the binds; errors are ``PostgresError/encoding(_:)``.
    init(_ sql: SQL) throws(PostgresError) {
        for part in sql.parts {
            switch part {
            case .text(let piece): text += piece
            case .bind(let bind):
                try append(bind)
                text += "$\(types.count)"
            }
        }
        guard !text.utf8.contains(0) else { throw .encoding(.statementContainsNUL) }
        guard types.count <= Int(UInt16.max) else { throw .encoding(.tooManyBinds) }
    }

    private mutating func append(_ bind: Bind) throws(PostgresError) {
        let start = buffer.count
        let type: TypeID
        switch bind {
        case .null(let nullType):
            type = nullType
        case .integer(let value):
            type = .int8
            buffer.append(bigEndian: value)
        case .boolean(let value):
            type = .boolean
            buffer.append(value ? 1 : 0)
        case .text(let value):
            type = .unspecified
            guard !value.utf8.contains(0) else { throw .encoding(.containsNUL(bind: types.count + 1)) }
            buffer.append(contentsOf: value.utf8)
        case .binary(let binaryType, let bytes):
            type = binaryType
            buffer.append(contentsOf: bytes)
        case .texts(let values):
            type = .textArray
            guard values.allSatisfy({ !$0.utf8.contains(0) }) else {
                throw .encoding(.containsNUL(bind: types.count + 1))
            }
            buffer += BinaryArray.encode(values, of: .text) { value, bytes in bytes.append(contentsOf: value.utf8) }
        }
        guard let length = CInt(exactly: buffer.count - start), length < 1 << 30 else {
            throw .encoding(.tooLarge(bind: types.count + 1))
        }
        // Text ends in NUL. The others may as well: every bind then has an address, the empty one too.
        buffer.append(0)
        offsets.append(bind.isNull ? nil : start)
        types.append(type.rawValue)
        lengths.append(length)
        formats.append(bind.isText ? 0 : 1)
    }

    /// Lends the address of each bind for the length of one call.
    func withPointers<Value>(_ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        buffer.withUnsafeBytes { bytes in
            body(
                offsets.map { offset in
                    offset.flatMap { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
                })
        }
    }
}
