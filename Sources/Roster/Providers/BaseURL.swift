/// The address in front of a provider's routes: a plain `http` or `https` URL that ends with its path.
package struct BaseURL: ByteOrderedText {
    /// The URL with its origin in one spelling and without slashes at its end.
    package let text: String
    /// What a stored key is bound to.
    package let origin: Origin

    package init(_ text: String) throws(AddressFault) {
        let address = try HTTPAddress(text)
        guard address.query == nil else { throw .query }
        origin = address.origin
        let slashes = address.path.utf8.reversed().prefix { $0 == UInt8(ascii: "/") }
        self.text = "\(address.origin)\(address.path.dropLast(slashes.count))"
    }

    /// A text that was checked before it was stored. One that somebody else wrote there stays as it is, and no stored
    /// key opens with it.
    init(stored text: String) {
        if let url = try? BaseURL(text) {
            self = url
        } else {
            self.text = text
            origin = Origin(unreadable: text)
        }
    }
}
