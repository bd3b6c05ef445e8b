/// Documents that hold every production of the grammar.
enum KitchenSink {
    static let executable = #"""
        """
        What it is for,
          in two lines.
        """
        query queryName(
          "which" $foo: ComplexType,
          $site: Site = MOBILE
          """ how many """ $list: [[Int!]!]! = [[1, -2], []] @onVariable(a: {b: null, c: [true false]})
        ) @onQuery @onQuery(twice: 1.5e-10) {
          whoever123is: node(id: [123, 456]) {
            id,
            ... on User @onInlineFragment {
              field2 {
                id
                alias: field1(first: 10, after: $foo,) @include(if: $foo) {
                  id # a comment
                  ...frag @onFragmentSpread(a: $site)
                }
              }
            }
            ... @skip(unless: $foo) { id }
            ... { on fragment query mutation true null }
          }
        }

        mutation likeStory @onMutation {
          like(story: 123, text: "\u0041\"\\ \uD83D\uDE00\u{1F600}\n\t") @onField {
            story { id @onField }
          }
        }

        "described" subscription ($input: Input @onVariable) { storyLikeSubscribe(input: $input) { id } }

        "of frag"
        fragment frag on Friend @onFragmentDefinition {
          foo(size: $size, bar: $b, obj: {key: "value", block: """

            block string uses \"""
              and indentation

          """, empty: {}, none: []})
        }

        query @anonymous { a }

        {
          unnamed(truthy: true, falsy: false, nullish: null)
          query
        }
        """#

    static let typeSystem = #"""
        """This is a description of the schema as a whole."""
        schema @onSchema { query: QueryType mutation: MutationType subscription: S }

        """
        This is a description
        of the `Foo` type.
        """
        type Foo implements Bar & Baz & Two @onObject(a: 1) {
          "Description of the `one` field."
          one: Type
          """
          This is a description of the `two` field.
          """
          two(
            """
            This is a description of the `argument` argument.
            """
            argument: InputType!
          ): Type
          three(argument: InputType, other: String = "x" @onArgument): [[Int!]!]!
          four(argument: String = "string"): String @deprecated(reason: """old""")
          five(argument: [String] = ["string", "string"], "d" six: I = {key: "value", list: [{}]}): String
          type: type
        }
        type Empty
        type Annotated @onObject
        interface Bar implements & Baz @onInterface { one: Type four(argument: String = "string"): String }
        interface Undefined implements Bar & Baz
        union Feed @onUnion = | Story | Article | Advert
        union Undefined
        scalar CustomScalar @specifiedBy(url: "https://example.com/custom")
        "e" enum Site @onEnum { "d" DESKTOP @onEnumValue MOBILE, on }
        enum Undefined
        input InputType @onInputObject { key: String! @onField answer: Int = 42 "s" site: Site = MOBILE }
        input Undefined
        "d" directive @include2(if: Boolean!, "d" a: [Int] = [1 2] @a) repeatable on
          | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        directive @onSchema on QUERY|MUTATION|SUBSCRIPTION|FRAGMENT_DEFINITION|SCHEMA|SCALAR|OBJECT|FIELD_DEFINITION
          |ARGUMENT_DEFINITION|INTERFACE|UNION|ENUM|ENUM_VALUE|INPUT_OBJECT|INPUT_FIELD_DEFINITION

        extend schema @onSchema
        extend schema { subscription: SubscriptionType }
        extend type Foo { seven(argument: [String]): Type }
        extend type Foo @onType
        extend type Foo implements Four
        extend interface Bar implements Two & Three @onInterface { five: Type }
        extend interface Bar @onInterface
        extend union Feed = Photo | Video
        extend union Feed @onUnion
        extend scalar CustomScalar @onScalar
        extend enum Site { VR }
        extend enum Site @onEnum
        extend input InputType { other: Float = 1.23e4 @onInputFieldDefinition }
        extend input InputType @onInputObject

        query Beside { typeSystem }
        """#
}
