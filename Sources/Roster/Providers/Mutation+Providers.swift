import GraphQL

extension Mutation {
    @FieldsBuilder<Mutation> static var providerFields: [Field<Mutation>] {
        Field.asynchronous(
            "createProvider", "Creates a provider, and its models with it.",
            Argument<NewProvider>("input", "What to create.")
        ) {
            _, context, input in
            try await context.transaction.createProvider(input)
        }.requires(.editor)
        Field.asynchronous(
            "updateProvider",
            "Changes a provider. In a patch an absent field is kept, null clears it, a value replaces it.",
            Argument<GlobalID>("id", "Which provider."),
            Argument<ProviderPatch>("patch", "What is to be different."),
            Argument<Int?>("expectedVersion", "Refused as CONFLICT if the provider has another version.")
        ) { _, context, id, patch, version in
            try await context.transaction.updateProvider(id.provider(), patch, expectedVersion: version)
        }.requires(.editor)
        Field.asynchronous(
            "deleteProvider",
            "Deletes a provider. Refused while it has models, unless `cascade` is true.",
            Argument<GlobalID>("id", "Which provider."),
            Argument<Bool>("cascade", "Whether its models go with it.", default: false),
            Argument<Int?>("expectedVersion", "Refused as CONFLICT if the provider has another version.")
        ) { _, context, id, cascade, version -> ID<Provider> in
            let id = try id.provider()
            try await context.transaction.deleteProvider(id, cascade: cascade, expectedVersion: version)
            return id
        }.requires(.editor)
    }
}
