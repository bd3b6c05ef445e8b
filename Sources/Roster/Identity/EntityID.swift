/// The id of anything that a change can be about or `node` can find.
package enum EntityID: Hashable, Sendable {
    case provider(ID<Provider>)
    case model(ID<Model>)
    case token(ID<Token>)

    /// Reads global text of any noun.
    package init?(_ text: String) {
        if let id = ID<Provider>(text) {
            self = .provider(id)
        } else if let id = ID<Model>(text) {
            self = .model(id)
        } else if let id = ID<Token>(text) {
            self = .token(id)
        } else {
            return nil
        }
    }
}

extension EntityID: CustomStringConvertible {
    /// The global text.
    package var description: String {
        switch self {
        case .provider(let id): id.description
        case .model(let id): id.description
        case .token(let id): id.description
        }
    }
}

extension EntityID: RawRepresentable {
    package var rawValue: String { description }

    package init?(rawValue: String) {
        self.init(rawValue)
    }
}
