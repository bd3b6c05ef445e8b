import GraphQL

/// The root of subscriptions.
struct Subscription: ObjectType {
    typealias Context = APIContext

    static let object = Object<Subscription>("What can be followed.") {
        Field.events(
            "registryChanged",
            "The registry after every change. Changes that follow each other quickly may come as one event, for each "
                + "carries the whole registry. The stream ends when the token does.",
            Argument<Int?>(
                "afterVersion", "The version that is already known: if there is a newer one, it comes first, at once.")
        ) { (_: Subscription, context, version) in
            try RegistryEvents(registry: context.registry, viewer: context.viewer, afterVersion: version)
        }.requires(.viewer)
    }
}
