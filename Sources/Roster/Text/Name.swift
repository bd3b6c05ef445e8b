/// What people call a provider, a model or a token: 1 to 255 characters, no white space at its ends.
package struct Name: ByteOrderedText {
    package let text: String

    package init(_ text: String) throws(TextFault) {
        self.text = try TextRule.checked(text)
    }

    /// A text that was checked before it was stored.
    init(stored text: String) {
        self.text = text
    }
}
