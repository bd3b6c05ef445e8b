import GraphQL

/// The root of queries; the fields of each noun are declared with it.
struct Query: ObjectType {
    typealias Context = APIContext

    static let object = Object<Query>("What can be read.") {
        Field("registry", "All that a chat interface needs, in one consistent read.") { (_: Query, context) in
            RegistryView(snapshot: context.snapshot)
        }.requires(.viewer)
        providerFields
        modelFields
        providerCallFields
        changeFields
        tokenFields
        Field("node", "Whatever has that id.", Argument<GlobalID>("id", "Of a provider or a model.")) {
            _, context, id in
            context.snapshot.node(id)
        }.requires(.editor)
        Field("viewer", "Who is asking.") { (_: Query, context) in context.viewer }
    }
}
