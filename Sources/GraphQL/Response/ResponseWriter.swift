/// The growing buffer that a response's JSON is written into.
///
/// Its own memory rather than an array's: appending is a comparison and a copy, with no check for sharing. Whatever
/// is appended is JSON already, except what goes through `write`, which makes it so.
public struct ResponseWriter: ~Copyable {
    /// `capacity` bytes, of which the first `count` are initialised. Freed by `deinit`, its only owner.
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    /// Bytes written so far.
    public internal(set) var count: Int {
        @inlinable get { written }
        set { written = newValue }
    }
    @usableFromInline var written = 0

    public init(capacity: Int = 4096) {
        let capacity = max(capacity, 64)
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        base.deallocate()
    }

    /// Makes room for `additional` bytes after `written`.
    @inlinable
    mutating func reserve(_ additional: Int) {
        if capacity - written < additional { grow(additional) }
    }

    @usableFromInline
    mutating func grow(_ additional: Int) {
        let larger = max(capacity * 2, written + additional)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: written)
        base.deallocate()
        base = moved
        capacity = larger
    }

    @inlinable
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        base[written] = byte
        written += 1
    }

    @inlinable
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    @inlinable
    public mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inlinable
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        copy(source, bytes.count)
    }

    /// Copies bytes to where there is room for them.
    ///
    /// Keys and most values are short, for which a call of the C library costs more than the copy: up to sixteen bytes
    /// go in two words that may overlap, which read and write nothing outside of the bytes.
    @inlinable
    mutating func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
        let from = UnsafeRawPointer(source)
        let to = UnsafeMutableRawPointer(base + written)
        written += count
        switch count {
        case 8...16:
            let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
            to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
        case 4...7:
            let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
            to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
        case 0...3:
            for offset in 0..<count { to.storeBytes(of: source[offset], toByteOffset: offset, as: UInt8.self) }
        default:
            to.copyMemory(from: from, byteCount: count)
        }
    }

    /// Takes back everything from byte `count` on.
    @inlinable
    mutating func truncate(to count: Int) {
        written = min(written, count)
    }

    /// The bytes from `start` on.
    func bytes(from start: Int = 0) -> [UInt8] {
        Array(UnsafeBufferPointer(start: base + start, count: written - start))
    }
}
