/// The full id of a model as client libraries take it: `<provider SDK id>:<model id>`.
///
/// It is split at its first colon only: real model ids contain colons, slashes, at signs, tildes and capitals.
package struct ModelSDKID: ByteOrderedText {
    package let text: String

    package init(_ text: String) throws(SDKIDFault) {
        do { self.text = try TextRule.checked(text) } catch { throw .text(error) }
        guard let colon = self.text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > self.text.startIndex else {
            throw .noColon
        }
        let model = String(Substring(self.text.utf8[colon...].dropFirst()))
        guard let trimmed = try? TextRule.checked(model), trimmed.utf8.elementsEqual(model.utf8) else {
            throw .noModel
        }
    }

    /// A text that was checked before it was stored.
    init(stored text: String) {
        self.text = text
    }

    /// Whether it begins with that provider's SDK id and a colon.
    package func belongs(to provider: ProviderSDKID) -> Bool {
        prefix.elementsEqual(provider.text.utf8)
    }

    /// What stands before the first colon.
    package var provider: ProviderSDKID {
        ProviderSDKID(stored: String(decoding: prefix, as: UTF8.self))
    }

    /// What stands after the first colon.
    package var model: Substring {
        Substring(text.utf8[prefix.endIndex...].dropFirst())
    }

    /// The same model of a provider that is called otherwise.
    ///
    /// - Throws: `TextFault.tooLong`.
    func renamed(to provider: ProviderSDKID) throws(SDKIDFault) -> ModelSDKID {
        try ModelSDKID("\(provider):\(model)")
    }

    private var prefix: Substring.UTF8View {
        text.utf8.prefix { $0 != UInt8(ascii: ":") }
    }
}
