import GraphQL
import Testing

@Suite("Schema coordinates (section 2.14)")
struct SchemaCoordinateTests {
    @Test(
        "Each of the five forms is read and printed",
        arguments: [
            ("Business", AST.SchemaCoordinate.type(name("Business", 1))),
            ("Business.name", .member(type: name("Business", 1), name: name("name", 10))),
            (
                "Query.searchBusiness(criteria:)",
                .argument(type: name("Query", 1), field: name("searchBusiness", 7), name: name("criteria", 22))
            ),
            ("@private", .directive(name("private", 2))),
            ("@private(scope:)", .directiveArgument(directive: name("private", 2), name: name("scope", 10))),
        ])
    func forms(_ source: String, _ coordinate: AST.SchemaCoordinate) throws {
        #expect(try AST.SchemaCoordinate(parsing: source) == coordinate)
        #expect(coordinate.printed == source)
    }

    private static func name(_ value: String, _ column: UInt32) -> AST.Name {
        AST.Name(value, at: Location(line: 1, column: column))
    }

    @Test(
        "Nothing is ignored between tokens, and nothing else is a coordinate",
        arguments: [
            Rejection("", "Expected Name, found <EOF>", 1, 1),
            Rejection(" Business", #"Unexpected character: " ""#, 1, 1),
            Rejection("Business .name", #"Unexpected character: " ""#, 1, 9),
            Rejection("Business,name", #"Unexpected character: ",""#, 1, 9),
            Rejection("Business\n", "Unexpected character: U+000A", 1, 9),
            Rejection("Business#x", ##"Unexpected character: "#""##, 1, 9),
            Rejection("\u{FEFF}Business", "Unexpected character: U+FEFF", 1, 1),
            Rejection("Business.", "Expected Name, found <EOF>", 1, 10),
            Rejection("Business...name", #"Expected <EOF>, found "...""#, 1, 9),
            Rejection("Business.name.first", #"Expected <EOF>, found ".""#, 1, 14),
            Rejection("Business(id:)", #"Expected <EOF>, found "(""#, 1, 9),
            Rejection("Query.business(id)", #"Expected ":", found ")""#, 1, 18),
            Rejection("Query.business(id:", #"Expected ")", found <EOF>"#, 1, 19),
            Rejection("Query.business(id:):", #"Expected <EOF>, found ":""#, 1, 20),
            Rejection("@", "Expected Name, found <EOF>", 1, 2),
            Rejection("@private.scope", #"Expected <EOF>, found ".""#, 1, 9),
            Rejection("@private()", #"Expected Name, found ")""#, 1, 10),
        ])
    func refused(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.SchemaCoordinate(parsing: source) }
    }
}
