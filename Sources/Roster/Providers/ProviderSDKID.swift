/// A provider's unique short name as client libraries take it, for example `openai`; case matters.
package struct ProviderSDKID: ByteOrderedText {
    package let text: String

    package init(_ text: String) throws(SDKIDFault) {
        do { self.text = try TextRule.checked(text) } catch { throw .text(error) }
        guard !self.text.utf8.contains(UInt8(ascii: ":")) else { throw .colon }
        guard !self.text.unicodeScalars.contains(where: \.properties.isWhitespace) else { throw .space }
    }

    /// A text that was checked before it was stored.
    init(stored text: String) {
        self.text = text
    }
}

/// What is wrong with an SDK id.
package enum SDKIDFault: Error, Hashable, Sendable {
    case text(TextFault)
    case colon
    case space
    case noColon
    case noModel
}

extension SDKIDFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text(let fault): fault.description
        case .colon: "A provider's SDK id must not contain a colon; the colon stands between it and a model's id."
        case .space: "A provider's SDK id must not contain white space."
        case .noColon:
            "A model's SDK id is its provider's SDK id, a colon and the model's own id, "
                + "for example openai:gpt-4o-mini."
        case .noModel: "After the colon a model's SDK id must name the model, for example openai:gpt-4o-mini."
        }
    }
}
