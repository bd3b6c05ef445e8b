/// What happens to one stored thing in one step: what the tables, the history and the snapshot are all told.
package enum Edit<Entity: Noun & Hashable>: Hashable, Sendable {
    case create(Entity)
    case update(from: Entity, to: Entity)
    case delete(Entity)

    package var before: Entity? {
        switch self {
        case .create: nil
        case .update(let before, _), .delete(let before): before
        }
    }

    package var after: Entity? {
        switch self {
        case .create(let after), .update(_, let after): after
        case .delete: nil
        }
    }
}

/// An edit of any kind of thing that makes a new version.
package enum RegistryEdit: Hashable, Sendable {
    case provider(Edit<Provider>)
    case model(Edit<Model>)
    case token(Edit<Token>)
}
