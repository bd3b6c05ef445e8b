import GraphQL

/// The root of mutations; the fields of each noun are declared with it.
struct Mutation: ObjectType {
    typealias Context = APIContext

    static let object = Object<Mutation>(
        "What can be changed. An operation is one transaction: all of its fields take effect, or none. "
            + "They run in order and see what the earlier ones did."
    ) {
        providerFields
        modelFields
        defaultModelFields
        tokenFields
    }
}
