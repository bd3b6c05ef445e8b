/// Where a provider's picture is: an `https` URL, or an absolute path on this server.
package struct ImageURL: ByteOrderedText {
    package let text: String

    package init(_ text: String) throws(AddressFault) {
        guard !text.isEmpty else { throw .empty }
        if text.utf8.first == UInt8(ascii: "/") {
            self.text = try Self.path(text)
        } else {
            let address: HTTPAddress
            do { address = try HTTPAddress(text) } catch .scheme { throw .image }
            guard address.origin.scheme == .https else { throw .image }
            self.text = address.description
        }
    }

    init(stored text: String) {
        self.text = text
    }

    /// Two slashes would begin a host, so a path is read as the end of an address on some host.
    private static func path(_ text: String) throws(AddressFault) -> String {
        guard !text.utf8.starts(with: "//".utf8) else { throw .image }
        let address = try HTTPAddress("https://host\(text)")
        return address.path + (address.query.map { "?\($0)" } ?? "")
    }
}
