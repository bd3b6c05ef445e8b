import GraphQL
import JSON
import OrderedCollections
import Testing

@Suite("Introspection")
struct IntrospectionTests {
    static let cases: [ExecutionTests.Case] = [
        .init(
            "A type says its kind, and wrapping types say what they wrap",
            #"{ __type(name: "Ship") { kind name description fields { name type { kind name ofType { kind name } } } } }"#,
            gives:
                ##"{"data":{"__type":{"kind":"OBJECT","name":"Ship","description":"Something that floats.","fields":[{"name":"id","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Int"}}},{"name":"name","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String"}}},{"name":"tons","type":{"kind":"SCALAR","name":"Int","ofType":null}},{"name":"crew","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null}}},{"name":"rig","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"ENUM","name":"Rig"}}},{"name":"grid","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null}}},{"name":"nothing","type":{"kind":"SCALAR","name":"String","ofType":null}},{"name":"gaps","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null}}},{"name":"tooBig","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Int"}}},{"name":"perhapsTooBig","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null}}},{"name":"captain","type":{"kind":"OBJECT","name":"Sailor","ofType":null}},{"name":"radio","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String"}}},{"name":"silence","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String"}}},{"name":"noise","type":{"kind":"SCALAR","name":"String","ofType":null}},{"name":"mate","type":{"kind":"OBJECT","name":"Sailor","ofType":null}},{"name":"twin","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"OBJECT","name":"Ship"}}}]}}}"##
        ),
        .init(
            "Deprecated fields are shown when asked for",
            #"{ __type(name: "Sailor") { fields { name } } ship: __type(name: "Ship") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }"#,
            gives:
                ##"{"data":{"__type":{"fields":[{"name":"name"},{"name":"badge"},{"name":"letter"}]},"ship":{"fields":[{"name":"id","isDeprecated":false,"deprecationReason":null},{"name":"name","isDeprecated":false,"deprecationReason":null},{"name":"tons","isDeprecated":false,"deprecationReason":null},{"name":"crew","isDeprecated":false,"deprecationReason":null},{"name":"rig","isDeprecated":false,"deprecationReason":null},{"name":"grid","isDeprecated":false,"deprecationReason":null},{"name":"nothing","isDeprecated":false,"deprecationReason":null},{"name":"gaps","isDeprecated":false,"deprecationReason":null},{"name":"tooBig","isDeprecated":false,"deprecationReason":null},{"name":"perhapsTooBig","isDeprecated":false,"deprecationReason":null},{"name":"captain","isDeprecated":false,"deprecationReason":null},{"name":"oldName","isDeprecated":true,"deprecationReason":"Ships keep their names."},{"name":"radio","isDeprecated":false,"deprecationReason":null},{"name":"silence","isDeprecated":false,"deprecationReason":null},{"name":"noise","isDeprecated":false,"deprecationReason":null},{"name":"mate","isDeprecated":false,"deprecationReason":null},{"name":"twin","isDeprecated":false,"deprecationReason":null}]}}}"##
        ),
        .init(
            "Input objects say their fields, defaults as literals, and whether they are @oneOf",
            #"{ a: __type(name: "Filter") { isOneOf inputFields { name defaultValue type { name } } } b: __type(name: "ShipBy") { isOneOf inputFields { name type { name } } } }"#,
            gives:
                ##"{"data":{"a":{"isOneOf":false,"inputFields":[{"name":"name","defaultValue":null,"type":{"name":"String"}},{"name":"rigs","defaultValue":"[SQUARE]","type":{"name":null}},{"name":"limit","defaultValue":"10","type":{"name":null}}]},"b":{"isOneOf":true,"inputFields":[{"name":"id","type":{"name":"Int"}},{"name":"name","type":{"name":"String"}}]}}}"##
        ),
        .init(
            "Abstract types say their possible types, objects their interfaces",
            #"{ a: __type(name: "Named") { kind possibleTypes { name } interfaces { name } } b: __type(name: "Found") { kind possibleTypes { name } fields { name } } c: __type(name: "Ship") { interfaces { name } possibleTypes { name } } }"#,
            gives:
                ##"{"data":{"a":{"kind":"INTERFACE","possibleTypes":[{"name":"Ship"},{"name":"Sailor"}],"interfaces":[]},"b":{"kind":"UNION","possibleTypes":[{"name":"Ship"},{"name":"Sailor"}],"fields":null},"c":{"interfaces":[{"name":"Named"}],"possibleTypes":null}}}"##
        ),
        .init(
            "An unknown type is null, and enumerations say their values",
            #"{ no: __type(name: "Submarine") { name } rig: __type(name: "Rig") { description enumValues { name isDeprecated } } }"#,
            gives:
                ##"{"data":{"no":null,"rig":{"description":"How the sails are set.","enumValues":[{"name":"SQUARE","isDeprecated":false},{"name":"GAFF","isDeprecated":false}]}}}"##
        ),
        .init(
            "The schema says its roots and directives",
            "{ __schema { description queryType { name } mutationType { name } subscriptionType { name } directives { name isRepeatable locations args { name type { kind } } } } }",
            gives:
                ##"{"data":{"__schema":{"description":null,"queryType":{"name":"Query"},"mutationType":{"name":"Mutation"},"subscriptionType":null,"directives":[{"name":"include","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"args":[{"name":"if","type":{"kind":"NON_NULL"}}]},{"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"args":[{"name":"if","type":{"kind":"NON_NULL"}}]},{"name":"deprecated","isRepeatable":false,"locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION","INPUT_FIELD_DEFINITION","ENUM_VALUE"],"args":[{"name":"reason","type":{"kind":"NON_NULL"}}]},{"name":"specifiedBy","isRepeatable":false,"locations":["SCALAR"],"args":[{"name":"url","type":{"kind":"NON_NULL"}}]},{"name":"oneOf","isRepeatable":false,"locations":["INPUT_OBJECT"],"args":[]}]}}}"##
        ),
    ]

    @Test("Introspection answers through the ordinary executor", arguments: cases)
    func answers(_ example: ExecutionTests.Case) async throws {
        #expect(try await run(example.query) == example.response)
    }

    @Test("Introspection's own types are in the list of types, after the schema's")
    func ownTypes() throws {
        let schema = try harbourSchema.get()
        let names = schema.types.map(\.name)
        #expect(names.first == "Query")
        for name in ["__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive"] {
            #expect(names.contains(name))
        }
    }

    @Test("A schema prints as the document that declares it, which parses and prints the same")
    func printed() throws {
        let sdl = try harbourSchema.get().sdl
        #expect(sdl.contains("type Ship implements Named {"))
        #expect(sdl.contains(#"oldName: String! @deprecated(reason: "Ships keep their names.")"#))
        #expect(sdl.contains("input ShipBy @oneOf {"))
        #expect(sdl.contains("union Found = Ship | Sailor"))
        #expect(sdl.contains("rigs: [Rig!]! = [SQUARE]"))
        #expect(!sdl.contains("__Type") && !sdl.contains("scalar Int") && !sdl.contains("directive @skip"))
        #expect(try AST.Document(parsing: sdl).printed == sdl)
    }
}
