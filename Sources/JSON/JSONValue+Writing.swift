import OrderedCollections

extension JSONValue {
    /// How the written text is laid out.
    public enum Layout: Sendable, Hashable {
        /// Without any whitespace, for machines.
        case compact
        /// A member or element a line, indented by two spaces a level, for people.
        case pretty
    }

    /// Appends this value as a JSON text in UTF-8.
    ///
    /// What was written reads back as an equal value. It throws only if a `double` is not finite, and then the
    /// buffer is as it was before.
    public func write(to buffer: inout [UInt8], layout: Layout = .compact) throws(JSONError) {
        let start = buffer.count
        do {
            try write(to: &buffer, layout: layout, depth: 0)
        } catch {
            buffer.removeLast(buffer.count - start)
            throw error
        }
    }

    /// This value as a JSON text.
    public func text(layout: Layout = .compact) throws(JSONError) -> String {
        var buffer: [UInt8] = []
        try write(to: &buffer, layout: layout)
        return String(decoding: buffer, as: UTF8.self)
    }

    private func write(to buffer: inout [UInt8], layout: Layout, depth: Int) throws(JSONError) {
        switch self {
        case .null: buffer.append(contentsOf: "null".utf8)
        case .bool(let value): buffer.appendJSON(value)
        case .int(let value): buffer.appendJSON(value)
        case .double(let value): try buffer.appendJSON(value)
        case .string(let value): buffer.appendJSON(value)
        case .array(let elements):
            buffer.append(UInt8(ascii: "["))
            var isFirst = true
            for element in elements {
                layout.startItem(&buffer, isFirst: isFirst, depth: depth + 1)
                try element.write(to: &buffer, layout: layout, depth: depth + 1)
                isFirst = false
            }
            layout.end(&buffer, isEmpty: isFirst, depth: depth)
            buffer.append(UInt8(ascii: "]"))
        case .object(let members):
            buffer.append(UInt8(ascii: "{"))
            var isFirst = true
            for (name, value) in members {
                layout.startItem(&buffer, isFirst: isFirst, depth: depth + 1)
                buffer.appendJSON(name)
                buffer.append(UInt8(ascii: ":"))
                if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
                try value.write(to: &buffer, layout: layout, depth: depth + 1)
                isFirst = false
            }
            layout.end(&buffer, isEmpty: isFirst, depth: depth)
            buffer.append(UInt8(ascii: "}"))
        }
    }
}

extension JSONValue.Layout {
    fileprivate func startItem(_ buffer: inout [UInt8], isFirst: Bool, depth: Int) {
        if !isFirst { buffer.append(UInt8(ascii: ",")) }
        if self == .pretty { newLine(&buffer, depth: depth) }
    }

    fileprivate func end(_ buffer: inout [UInt8], isEmpty: Bool, depth: Int) {
        if self == .pretty, !isEmpty { newLine(&buffer, depth: depth) }
    }

    private func newLine(_ buffer: inout [UInt8], depth: Int) {
        buffer.append(UInt8(ascii: "\n"))
        buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
}
