import GraphQL
import Harness
import JSON
import OrderedCollections

/// Any document is refused or planned; with a zero byte in it, what follows are variables as JSON.
@main
enum FuzzRequests: FuzzTarget {
    static func check(_ bytes: [UInt8]) {
        guard let schema = try? library.get() else { Harness.fail("The library's schema is refused.") }
        let parts = bytes.split(separator: 0, maxSplits: 1)
        let query = String(decoding: parts.first ?? [], as: UTF8.self)
        let json = parts.count > 1 ? try? JSONValue(parsing: Array(parts[1])) : nil
        let variables = json?.objectValue ?? [:]

        let document: PreparedDocument
        do throws(RequestErrors) {
            document = try PreparedDocument(query, schema: schema)
        } catch {
            guard error.errors.allSatisfy({ $0.code != nil }) else { Harness.fail("A refusal has no code.") }
            return
        }
        for case .operation(let operation) in document.document.definitions {
            do throws(RequestErrors) {
                _ = try document.operation(named: operation.name?.value, variables: variables)
            } catch {
                guard error.errors.allSatisfy({ $0.code != nil }) else { Harness.fail("A refusal has no code.") }
            }
        }
    }
}

/// Every kind of type and place, small enough for its names to be found.
private let library = Result {
    try Schema(
        sdl: """
            type Query { a(i: Int = 1, f: Float, s: String, b: Boolean!, id: ID): A! n: N u: [U!]! e(e: E = X): E l(l: [[Int!]]!): [[Int]] o(o: O!): I p(p: P): S }
            type Mutation { a(p: P! = { r: 1 }): A m: Int! }
            type Subscription { a: A m(i: Int!): Int }
            interface N { n: N! i: Int }
            interface I implements N { n: N! i: Int! u: U }
            type A implements N & I { n: A! i: Int! u: U a(i: Int): String b: B }
            type B implements N { n: N! i(x: Int): Int a: Int b: [B!] }
            union U = A | B
            enum E { X Y @deprecated }
            input P { r: Int! d: [Int!]! = [2] p: P o: O e: E = Y }
            input O @oneOf { i: Int p: P l: [O!] }
            scalar S
            directive @d(i: Int! = 1, p: P) repeatable on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | VARIABLE_DEFINITION
            """
    ).resolving { _ in .null }
}
