import GraphQL

/// A page is a connection, of a type named after its entries'.
extension Page: OutputType, ObjectType where Entry: ObjectType, Entry.Context == APIContext {
    typealias Context = APIContext

    static var typeName: String { "\(Entry.typeName)Connection" }

    static var object: Object<Page> {
        Object<Page>("A page of a list in its stable order: by name, ties by id.") {
            Field("edges", "The entries with their cursors.") { $0.edges }
            Field("nodes", "The entries.") { $0.edges.map(\.entry) }
            Field("pageInfo", "What is before and behind this page.") { page in
                PageInfo(
                    hasNextPage: page.hasNextPage(),
                    hasPreviousPage: page.hasPreviousPage(),
                    startCursor: page.edges.first?.cursor,
                    endCursor: page.edges.last?.cursor
                )
            }
            Field("totalCount", "The number of entries on all pages together.") { $0.totalCount() }
        }
    }
}

extension Page.Edge: OutputType, ObjectType where Entry: ObjectType, Entry.Context == APIContext {
    typealias Context = APIContext

    static var typeName: String { "\(Entry.typeName)Edge" }

    static var object: Object<Page.Edge> {
        Object<Page.Edge>("An entry and its place.") {
            Field("cursor", "Its place, to go on from with `after` or `before`.") { $0.cursor }
            Field("node", "The entry.") { $0.entry }
        }
    }
}

/// What is before and behind a page (Relay's cursor connections specification, section 2).
struct PageInfo: ObjectType {
    let hasNextPage: Bool
    let hasPreviousPage: Bool
    let startCursor: String?
    let endCursor: String?

    static let object = Object<PageInfo>("What is before and behind a page.") {
        Field("hasNextPage", "Whether there are entries behind it.") { $0.hasNextPage }
        Field("hasPreviousPage", "Whether there are entries before it.") { $0.hasPreviousPage }
        Field("startCursor", "The place of its first entry.") { $0.startCursor }
        Field("endCursor", "The place of its last entry.") { $0.endCursor }
    }
}
