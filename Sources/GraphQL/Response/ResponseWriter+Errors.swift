import JSON
import OrderedCollections

extension ResponseWriter {
    /// The `errors` list of a response (section 7.1.6).
    mutating func write(_ errors: [GraphQLError]) {
        append(UInt8(ascii: "["))
        for (index, error) in errors.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(error)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func write(_ error: GraphQLError) {
        append("{\"message\":")
        write(error.message)
        if !error.locations.isEmpty {
            append(",\"locations\":[")
            for (index, location) in error.locations.enumerated() {
                append(index > 0 ? ",{\"line\":" : "{\"line\":")
                write(Int(location.line))
                append(",\"column\":")
                write(Int(location.column))
                append("}")
            }
            append("]")
        }
        if let path = error.path {
            append(",\"path\":[")
            for (index, segment) in path.enumerated() {
                if index > 0 { append(UInt8(ascii: ",")) }
                switch segment {
                case .name(let name): write(name)
                case .index(let index): write(index)
                }
            }
            append("]")
        }
        if !error.extensions.isEmpty {
            append(",\"extensions\":")
            write(.object(error.extensions))
        }
        append("}")
    }
}
