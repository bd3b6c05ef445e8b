import GraphQL
import JSON
import OrderedCollections
import Testing

/// A document that a stranger might send, and what has to become of it.
struct HostileCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Made when it is needed: some are a megabyte long.
    let query: @Sendable () -> String
    let variables: OrderedDictionary<String, JSONValue>
    let ending: Ending

    enum Ending: Sendable {
        /// Refused by the limit of this name.
        case limit(String)
        case refused(GraphQLError.Code)
        /// Executed, errors in fields or not.
        case answered
        /// Executed, with this for `data.text`.
        case text(String)
    }

    init(
        _ sentence: String,
        _ ending: Ending,
        variables: OrderedDictionary<String, JSONValue> = [:],
        _ query: @autoclosure @escaping @Sendable () -> String
    ) {
        testDescription = sentence
        self.query = query
        self.variables = variables
        self.ending = ending
    }

    /// Prepares, plans and runs the document, by default with the limits that strangers meet.
    func expect(_ limits: Limits = Limits()) async throws {
        let response = await Self.response(to: query(), variables, limits)
        let body = try JSONValue(parsing: response.body, limits: JSONLimits(bytes: 1 << 24, nesting: 128))
        switch ending {
        case .limit(let name):
            #expect(!response.hasData)
            #expect(response.errors.map(\.code) == [.limitExceeded])
            #expect(response.errors.first?.message.contains("`\(name)`") == true, "\(response.errors)")
        case .refused(let code):
            #expect(!response.hasData)
            #expect(Set(response.errors.map(\.code)) == [code], "\(response.errors)")
        case .answered: #expect(response.hasData, "\(response.errors)")
        case .text(let text):
            #expect(response.errors.isEmpty, "\(response.errors)")
            #expect(body["data"]?["text"]?.stringValue.map { Array($0.utf8) } == Array(text.utf8))
        }
        // However much was asked, a refusal is short.
        if !response.hasData { #expect(response.body.count < 100_000) }
    }

    static func response(
        to query: String,
        _ variables: OrderedDictionary<String, JSONValue> = [:],
        _ limits: Limits = Limits()
    ) async -> Response {
        do throws(RequestErrors) {
            let schema: Schema
            do { schema = try Self.schema.get() } catch { throw RequestErrors(GraphQLError("\(error)")) }
            let document = try PreparedDocument(query, schema: schema, limits: limits)
            return await try document.operation(variables: variables).run(in: NoContext())
        } catch {
            return Response(error)
        }
    }

    /// Every field answers: with itself again, with its argument, or with null.
    private static let schema = Result {
        try Schema(
            sdl: """
                type Query implements Node { node: Node query: Query! leaf: Int text(of: String): String
                    int(of: Int): Int float(of: Float): Float any(of: Any): Any id(of: ID): Int
                    many(a: Int, b: Int, c: Int, last: Int): Int secret(of: Secret, level: Level): Int }
                interface Node { leaf: Int query: Query! }
                type Mutation { leaf: Int }
                scalar Any
                directive @free repeatable on FIELD
                enum Level { LOW HIGH }
                input Secret { number: Int, list: [Int!], inner: Secret, only: Only }
                input Only @oneOf { a: Int b: Boolean }
                """
        ).resolving { call in
            switch call.field.name {
            case "node": .object(typeName: "Query", [:])
            case "query": .value([:])
            case "text", "int", "float", "any": .value(call.arguments["of"]?.json ?? .null)
            default: .null
            }
        }
    }
}

extension CoercedValue {
    fileprivate var json: JSONValue {
        switch self {
        case .null: .null
        case .boolean(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .double(let double): .double(double)
        case .string(let text), .enum(let text): .string(text)
        case .list(let values): .array(values.map(\.json))
        case .object(let fields): .object(fields.mapValues(\.json))
        }
    }
}

/// The same text so many times.
func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// A text for each number below `count`.
func each(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined(separator: " ") }
