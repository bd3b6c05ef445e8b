/// Sections 3.6 and 3.7: `IsValidImplementation`.
extension SDLCase {
    static let interfaces = [
        SDLCase(
            "more special types, further optional arguments, interfaces of interfaces",
            """
            interface Node { id: ID next: Node all: [Node] any: U at(n: Int!): Int }
            interface Item implements Node { id: ID! next: Item all: [Item!]! any: U at(n: Int!, m: Int): Int }
            union U = Query
            type Query implements Item & Node {
                id: ID! next: Query all: [Query!]! any: Query! at(m: Int, n: Int!, o: Int! = 1): Int!
            }
            """
        ),
        SDLCase(
            "what is no interface, the type itself, one twice",
            """
            type §1Query implements E { a: Int }
            enum E { A }
            interface §2A implements A { a: Int }
            interface §3B implements I & I { a: Int }
            interface I { a: Int }
            """,
            "Type Query must only implement Interface types, it cannot implement E.",
            "Type A cannot implement itself because it would create a circular reference.",
            "Type B can only implement I once."
        ),
        SDLCase(
            "interfaces of an interface that are left out, or lead back",
            """
            type §1Query implements B { a: Int }
            interface A { a: Int }
            interface B implements A { a: Int }
            interface §2C implements D { a: Int }
            interface §3D implements C { a: Int }
            """,
            "Type Query must implement A because it is implemented by B.",
            "Type C cannot implement D because it would create a circular reference.",
            "Type D cannot implement C because it would create a circular reference."
        ),
        SDLCase(
            "fields and arguments that are missing or of other types",
            """
            interface I { a: Int b: Int! c: [Int!] d: I e(x: Int, y: Int): Int f: Int g: Int }
            type §1Query implements I {
                §2b: Int §3c: [Int] §4d: Other §5e(§6y: Int!, §7z: Int!): Int f: Int §8g: Int @deprecated
            }
            type Other { a: Int }
            """,
            "Interface field I.a expected but Query does not provide it.",
            "Interface field I.b expects type Int! but Query.b is type Int.",
            "Interface field I.c expects type [Int!] but Query.c is type [Int].",
            "Interface field I.d expects type I but Query.d is type Other.",
            "Interface field argument I.e(x:) expected but Query.e does not provide it.",
            "Interface field argument I.e(y:) expects type Int but Query.e(y:) is type Int!.",
            """
            Argument "Query.e(z:)" must not be required type "Int!" if not provided by the Interface field "I.e".
            """,
            "Interface field I.g is not deprecated, so implementation field Query.g must not be deprecated."
        ),
    ]
}
