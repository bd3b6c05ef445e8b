import GraphQL
import Synchronization
import Testing

@Suite("Execution")
struct ExecutionTests {
    /// A document, its variables, and the whole response.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let query: String
        var variables = "{}"
        let response: String

        init(_ sentence: String, _ query: String, _ variables: String = "{}", gives response: String) {
            testDescription = sentence
            self.query = query
            self.variables = variables
            self.response = response
        }
    }

    @Test("Answers are exactly what the edition says", arguments: fields + fragments + arguments + nulls + waiting)
    func answers(_ example: Case) async throws {
        #expect(try await run(example.query, variables: example.variables) == example.response)
    }

    static let fields = [
        Case(
            "Members stand in the order of the selection", "{ ships { name id } }",
            gives: #"{"data":{"ships":[{"name":"Albatross","id":1},{"name":"Bittern","id":2}]}}"#),
        Case(
            "An alias names the member", "{ all: ships { n: name } }",
            gives: #"{"data":{"all":[{"n":"Albatross"},{"n":"Bittern"}]}}"#),
        Case(
            "Selections with one response name are merged where the first stood",
            "{ ships { crew { name } id crew { __typename } } }",
            gives:
                #"{"data":{"ships":[{"crew":[{"name":"Ada","__typename":"Sailor"},{"name":"Bo","__typename":"Sailor"}],"id":1},{"crew":[],"id":2}]}}"#
        ),
        Case(
            "__typename may stand anywhere", "{ __typename ships { __typename } }",
            gives: #"{"data":{"__typename":"Query","ships":[{"__typename":"Ship"},{"__typename":"Ship"}]}}"#),
        Case(
            "Lists nest, enums are strings, null is null", "{ ships { grid rig nothing gaps tons } }",
            gives:
                #"{"data":{"ships":[{"grid":[[1,2],[3]],"rig":"SQUARE","nothing":null,"gaps":["a",null,"b"],"tons":1200},{"grid":[[2,2],[3]],"rig":"GAFF","nothing":null,"gaps":["a",null,"b"],"tons":null}]}}"#
        ),
        Case(
            "@skip and @include decide, and an object may end up empty",
            "query($yes: Boolean!, $no: Boolean!) { ships { name @include(if: $no) id @skip(if: $yes) } }",
            #"{"yes":true,"no":false}"#, gives: #"{"data":{"ships":[{},{}]}}"#),
        Case(
            "With skipped fields the order is that of the included ones",
            "query($s: Boolean!) { ships { name @skip(if: $s) id name } }", #"{"s":true}"#,
            gives: #"{"data":{"ships":[{"id":1,"name":"Albatross"},{"id":2,"name":"Bittern"}]}}"#),
        Case(
            "The other combination of conditions has its own order",
            "query($s: Boolean!) { ships { name @skip(if: $s) id name } }", #"{"s":false}"#,
            gives: #"{"data":{"ships":[{"name":"Albatross","id":1},{"name":"Bittern","id":2}]}}"#),
    ]

    static let fragments = [
        Case(
            "Fragments merge into the selection around them",
            "{ ships { ...a id } } fragment a on Ship { name ...b } fragment b on Named { name }",
            gives: #"{"data":{"ships":[{"name":"Albatross","id":1},{"name":"Bittern","id":2}]}}"#),
        Case(
            "A union's members answer to their own fragments",
            "{ find { __typename ... on Ship { id } ... on Sailor { name } } }",
            gives:
                #"{"data":{"find":[{"__typename":"Ship","id":1},{"__typename":"Sailor","name":"Ada"},{"__typename":"Sailor","name":"Bo"},{"__typename":"Ship","id":2}]}}"#
        ),
        Case(
            "An interface's fields come from whatever implements it",
            "{ named { name ... on Ship { id } } }",
            gives:
                #"{"data":{"named":[{"name":"Albatross","id":1},{"name":"Ada"},{"name":"Bo"},{"name":"Bittern","id":2}]}}"#
        ),
        Case(
            "A fragment on an interface applies to a union's members that implement it",
            "{ find { ... on Named { name } } }",
            gives: #"{"data":{"find":[{"name":"Albatross"},{"name":"Ada"},{"name":"Bo"},{"name":"Bittern"}]}}"#),
    ]

    static let arguments = [
        Case(
            "A constant argument", "{ ships { crew(first: 1) { name } } }",
            gives: #"{"data":{"ships":[{"crew":[{"name":"Ada"}]},{"crew":[]}]}}"#),
        Case(
            "A variable argument", "query($n: Int) { ships { crew(first: $n) { name } } }", #"{"n":1}"#,
            gives: #"{"data":{"ships":[{"crew":[{"name":"Ada"}]},{"crew":[]}]}}"#),
        Case(
            "A variable that is not given leaves its argument out",
            "query($n: Int) { ships { crew(first: $n) { name } } }",
            gives: #"{"data":{"ships":[{"crew":[{"name":"Ada"},{"name":"Bo"}]},{"crew":[]}]}}"#),
        Case("A default stands in for what is absent", "{ add(a: 1) }", gives: #"{"data":{"add":1.5}}"#),
        Case(
            "An integer literal is a Float where one is wanted", "{ add(a: 1, b: 2) }", gives: #"{"data":{"add":3.0}}"#),
        Case("Absent is kept", "{ echo(filter: {}) }", gives: #"{"data":{"echo":"kept, SQUARE, 10"}}"#),
        Case("Null is cleared", "{ echo(filter: {name: null}) }", gives: #"{"data":{"echo":"cleared, SQUARE, 10"}}"#),
        Case(
            "A value is set", #"{ echo(filter: {name: "x", rigs: GAFF, limit: 3}) }"#,
            gives: #"{"data":{"echo":"set to x, GAFF, 3"}}"#),
        Case(
            "The three states arrive through variables too", "query($f: Filter) { echo(filter: $f) }",
            #"{"f":{"name":null,"rigs":["GAFF","SQUARE"]}}"#, gives: #"{"data":{"echo":"cleared, GAFF+SQUARE, 10"}}"#),
        Case(
            "A variable inside an object literal that is not given leaves its field out",
            "query($n: String) { echo(filter: {name: $n}) }", gives: #"{"data":{"echo":"kept, SQUARE, 10"}}"#),
        Case(
            "A variable inside an object literal may be null",
            "query($n: String) { echo(filter: {name: $n}) }", #"{"n":null}"#,
            gives: #"{"data":{"echo":"cleared, SQUARE, 10"}}"#),
        Case(
            "A variable's default is used", "query($n: String = \"d\") { echo(filter: {name: $n}) }",
            gives: #"{"data":{"echo":"set to d, SQUARE, 10"}}"#),
        Case(
            "@oneOf takes the one that is given", #"{ ship(by: {name: "Bittern"}) { id } }"#,
            gives: #"{"data":{"ship":{"id":2}}}"#),
        Case(
            "A variable of the wrong type says where and never what",
            "query($f: Filter) { echo(filter: $f) }", #"{"f":{"name":["sk-secret"]}}"#,
            gives:
                #"{"errors":[{"message":"Variable \"$f\" got an invalid value at \"f.name\": String cannot represent a list","locations":[{"line":1,"column":7}],"extensions":{"field":"f.name","code":"BAD_USER_INPUT"}}]}"#
        ),
        Case(
            "A required variable has to be given", "query($a: Int!) { add(a: $a) }",
            gives:
                #"{"errors":[{"message":"Variable \"$a\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}"#
        ),
        Case(
            "@oneOf with two keys is refused", "query($b: ShipBy!) { ship(by: $b) { id } }",
            #"{"b":{"id":1,"name":"x"}}"#,
            gives:
                #"{"errors":[{"message":"Variable \"$b\" got an invalid value: Exactly one key must be specified for OneOf type \"ShipBy\".","locations":[{"line":1,"column":7}],"extensions":{"field":"b","code":"BAD_USER_INPUT"}}]}"#
        ),
        Case(
            "Int has 32 bits", "query($a: Int!) { add(a: $a) }", #"{"a":2147483648}"#,
            gives:
                #"{"errors":[{"message":"Variable \"$a\" got an invalid value: Int cannot represent a number outside of 32 bits","locations":[{"line":1,"column":7}],"extensions":{"field":"a","code":"BAD_USER_INPUT"}}]}"#
        ),
    ]

    static let nulls = [
        Case(
            "A failed nullable field is null and its siblings stay", "{ ships { crew { letter name } } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":18}],"path":["ships",0,"crew",0,"letter"],"extensions":{"code":"INTERNAL"}},{"message":"Internal error.","locations":[{"line":1,"column":18}],"path":["ships",0,"crew",1,"letter"],"extensions":{"code":"INTERNAL"}}],"data":{"ships":[{"crew":[{"letter":null,"name":"Ada"},{"letter":null,"name":"Bo"}]},{"crew":[]}]}}"#
        ),
        Case(
            "A failed non-null field makes its nearest nullable ancestor null",
            "{ ships { id captain { name badge } name } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":29}],"path":["ships",0,"captain","badge"],"extensions":{"code":"INTERNAL"}}],"data":{"ships":[{"id":1,"captain":null,"name":"Albatross"},{"id":2,"captain":null,"name":"Bittern"}]}}"#
        ),
        Case(
            "With no nullable ancestor all of data is null", "{ all: ships { crew { b: badge } } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":23}],"path":["all",0,"crew",0,"b"],"extensions":{"code":"INTERNAL"}}],"data":null}"#
        ),
        Case(
            "A leaf that cannot be represented is an error at its field", "{ ship(by: {id: 1}) { tooBig } }",
            gives:
                #"{"errors":[{"message":"Int cannot represent a number outside of 32 bits","locations":[{"line":1,"column":23}],"path":["ship","tooBig"],"extensions":{"code":"INTERNAL"}}],"data":{"ship":null}}"#
        ),
        Case(
            "An item that cannot be represented is null in its place", "{ ship(by: {id: 1}) { perhapsTooBig id } }",
            gives:
                #"{"errors":[{"message":"Int cannot represent a number outside of 32 bits","locations":[{"line":1,"column":23}],"path":["ship","perhapsTooBig",1],"extensions":{"code":"INTERNAL"}}],"data":{"ship":{"perhapsTooBig":[1,null,3],"id":1}}}"#
        ),
    ]

    static let waiting = [
        Case(
            "Asynchronous fields stand where they were selected", #"{ ships { radio a: radio(call: "hi") id } }"#,
            gives:
                #"{"data":{"ships":[{"radio":"hello from Albatross","a":"hi from Albatross","id":1},{"radio":"hello from Bittern","a":"hi from Bittern","id":2}]}}"#
        ),
        Case(
            "Asynchronous fields nest", "{ ship(by: {id: 1}) { twin { id twin { radio name } } mate { name } } }",
            gives:
                #"{"data":{"ship":{"twin":{"id":1,"twin":{"radio":"hello from Albatross","name":"Albatross"}},"mate":{"name":"Bo"}}}}"#
        ),
        Case(
            "A failed asynchronous nullable field is null", "{ ship(by: {id: 2}) { id noise name } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":26}],"path":["ship","noise"],"extensions":{"code":"INTERNAL"}}],"data":{"ship":{"id":2,"noise":null,"name":"Bittern"}}}"#
        ),
        Case(
            "A failed asynchronous non-null field makes its nearest nullable ancestor null, whatever else waits inside",
            "{ a: ship(by: {id: 1}) { radio silence twin { radio } } b: ship(by: {id: 2}) { radio } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":32}],"path":["a","silence"],"extensions":{"code":"INTERNAL"}}],"data":{"a":null,"b":{"radio":"hello from Bittern"}}}"#
        ),
        Case(
            "A failure below an asynchronous field propagates through it",
            "{ ship(by: {id: 1}) { id twin { silence } } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":33}],"path":["ship","twin","silence"],"extensions":{"code":"INTERNAL"}}],"data":{"ship":null}}"#
        ),
        Case(
            "A failure below a nullable asynchronous field stops there", "{ ship(by: {id: 1}) { mate { badge } id } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":30}],"path":["ship","mate","badge"],"extensions":{"code":"INTERNAL"}}],"data":{"ship":{"mate":null,"id":1}}}"#
        ),
        Case(
            "With no nullable ancestor of an asynchronous field all of data is null", "{ ships { id silence } }",
            gives:
                #"{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":14}],"path":["ships",0,"silence"],"extensions":{"code":"INTERNAL"}},{"message":"Internal error.","locations":[{"line":1,"column":14}],"path":["ships",1,"silence"],"extensions":{"code":"INTERNAL"}}],"data":null}"#
        ),
    ]

    @Test("A mutation's root fields run one after the other")
    func mutationsAreSerial() async throws {
        let harbour = Harbour.usual
        let response = try await run(#"mutation { launch(name: "a") b: launch(name: "b") __typename }"#, in: harbour)
        #expect(response == #"{"data":{"launch":"a","b":"b","__typename":"Mutation"}}"#)
        #expect(harbour.log.withLock(\.self) == ["begin a", "end a", "begin b", "end b"])
    }

    @Test("A mutation stops at the first root field that fails")
    func mutationsStop() async throws {
        let harbour = Harbour.usual
        let response = try await run(#"mutation { a: launch(name: "a") sink b: launch(name: "b") }"#, in: harbour)
        #expect(
            response
                == #"{"errors":[{"message":"It does not sink.","locations":[{"line":1,"column":33}],"path":["sink"],"extensions":{"field":"name","code":"BAD_USER_INPUT"}}],"data":null}"#
        )
        #expect(harbour.log.withLock(\.self) == ["begin a", "end a"])
    }

    @Test("An operation is chosen by its name")
    func operationsByName() async throws {
        let document = try PreparedDocument(
            "query a { __typename } query b { x: __typename }", schema: try harbourSchema.get())
        let body = await try document.operation(named: "b").run(in: Harbour.usual).body
        #expect(String(decoding: body, as: UTF8.self) == #"{"data":{"x":"Query"}}"#)
        #expect(throws: RequestErrors.self) { try document.operation() }
        #expect(throws: RequestErrors.self) { try document.operation(named: "c") }
    }

    @Test("A context of another class is refused, not misread")
    func contextOfAnotherClass() async throws {
        let document = try PreparedDocument("{ ships { id } }", schema: try harbourSchema.get())
        let response = await try document.operation().run(in: NoContext())
        #expect(!response.hasData && response.errors.count == 1)
    }
}
