package import GraphQL

extension Change: ObjectType {
    package typealias Context = APIContext

    package static let object = Object<Change>("What was done to one thing.") {
        Field("version", "The registry's version that it made; the changes of one operation share it.") { $0.version }
        Field("at", "When it was made.") { $0.at }
        Field("actor", "The name of the token with which it was made.") { $0.actor }
        Field("kind", "What was done.") { $0.kind }
        Field("entity", "The id of the thing, which may be gone by now.") { GlobalID($0.entity) }
        Field("summary", "One line for people.") { $0.summary }
        Field("fields", "What became different. Of a key it says only that one was set or removed.") { $0.fields }
    }
}

extension FieldChange: ObjectType {
    package typealias Context = APIContext

    package static let object = Object<FieldChange>("A field before and after.") {
        Field("field", "Its name in this API.") { $0.field }
        Field("before", "Its value as text; null where there was none.") { $0.before?.description }
        Field("after", "Its value as text; null where there is none.") { $0.after?.description }
    }
}

extension Change.Kind: EnumType {
    package static let typeName = "ChangeKind"
    package static let description: String? = "What was done to a thing."

    package var description: String? {
        switch self {
        case .created: "It was made."
        case .updated: "Some of its fields were changed."
        case .deleted: "It was deleted."
        case .defaultSet: "This model was made the default."
        case .defaultCleared: "This model is no longer the default."
        }
    }
}

extension Query {
    @FieldsBuilder<Query> static var changeFields: [Field<Query>] {
        Field.asynchronous(
            "changes",
            "Every change that was ever made, newest first. Those of access tokens are shown to administrators only.",
            Argument<GlobalID?>("entity", "Only those of the thing with this id."),
            Argument<Int?>("first", "At most so many: up to 1000, 100 where it is not said."),
            Argument<String?>("after", "The cursor to begin behind.")
        ) { _, context, entity, first, after -> History in
            let page = try PageRequest(first: first, after: after, last: nil, before: nil)
            return try await context.registry.history(
                of: entity?.text,
                upTo: context.snapshot.version,
                page,
                withTokens: context.viewer.may(.admin)
            )
        }.requires(.editor)
    }
}

/// A page of the history, which is a connection without a total.
struct History: ObjectType {
    typealias Context = APIContext

    let edges: [Edge]
    let pageInfo: PageInfo

    struct Edge: ObjectType {
        typealias Context = APIContext

        let change: Change

        static let typeName = "ChangeEdge"

        static let object = Object<Edge>("An entry and its place.") {
            Field("cursor", "Its place, to go on from with `after`.") { $0.change.place.cursor }
            Field("node", "The entry.") { $0.change }
        }
    }

    static let typeName = "ChangeConnection"

    static let object = Object<History>("A page of the history, newest first.") {
        Field("edges", "The entries with their cursors.") { $0.edges }
        Field("nodes", "The entries.") { $0.edges.map(\.change) }
        Field("pageInfo", "What is before and behind this page.") { $0.pageInfo }
    }
}
