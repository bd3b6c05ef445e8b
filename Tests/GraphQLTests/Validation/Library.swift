import GraphQL
import Testing

/// A lending library, against which documents are validated.
enum Library {
    /// - Throws: what is wrong with the text below.
    static func schema() throws -> Schema { try Schema(sdl: sdl) }

    static let sdl = """
        directive @trace(label: String, level: Int! = 1) repeatable on QUERY | FIELD | FRAGMENT_SPREAD
        directive @audited(reason: String!) on
            | QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | INLINE_FRAGMENT | VARIABLE_DEFINITION

        scalar Date @specifiedBy(url: "https://example.com/date")
        scalar Anything

        enum Genre { NOVEL POETRY HISTORY }

        interface Item { id: ID! title: String! }
        interface Lendable implements Item { id: ID! title: String! due: Date }

        type Book implements Lendable & Item {
            id: ID!
            title: String!
            due: Date
            subtitle: String
            summary: String
            pages: Int
            genre: Genre
            author: Person!
            cover(size: Int!, format: String = "png"): String
            similar(to: [ID!], first: Int = 3): [Book!]!
        }
        type Film implements Lendable & Item {
            id: ID!
            title: String!
            due: Date
            subtitle: [String!]
            minutes: Int
            genre: String
            director: Person
        }
        type Map implements Item { id: ID! title: String! scale: Float }
        type Person { name: String! books(genre: Genre): [Book!]! friends: [Person!] }

        union Found = Book | Film | Person
        union Paper = Book | Map

        input Span { from: Int! to: Int }
        input BookFilter { title: String genre: Genre pages: Span tags: [String!] isLent: Boolean! = false and: BookFilter }
        input PersonBy @oneOf { id: ID name: String span: Span }

        type Query {
            book(id: ID!): Book
            books(filter: BookFilter, genres: [Genre!], first: Int! = 10): [Book!]!
            person(by: PersonBy!): Person
            search(text: String!): [Found!]
            item: Item
            lendable: Lendable
            paper: Paper
            film: Film
            echo(
                int: Int, float: Float, string: String, boolean: Boolean, id: ID, date: Date, any: Anything,
                genre: Genre, ints: [Int], grid: [[Int!]], required: [Int!]! = [], by: PersonBy
            ): String
        }
        type Mutation { lend(id: ID!, until: Date): Lendable giveBack(id: ID!): Boolean }
        type Subscription { lent(genre: Genre): Lendable returned: Book }
        """
}
