import GraphQL

extension Mutation {
    @FieldsBuilder<Mutation> static var modelFields: [Field<Mutation>] {
        Field.asynchronous("createModel", "Creates a model.", Argument<CreateModelInput>("input", "What to create.")) {
            _, context, input in
            try await context.transaction.createModel(input.model, of: input.provider)
        }.requires(.editor)
        Field.asynchronous(
            "updateModel",
            "Changes a model. In a patch an absent field is kept, a value replaces it.",
            Argument<GlobalID>("id", "Which model."),
            Argument<ModelPatch>("patch", "What is to be different."),
            Argument<Int?>("expectedVersion", "Refused as CONFLICT if the model has another version.")
        ) { _, context, id, patch, version in
            try await context.transaction.updateModel(id.model(), patch, expectedVersion: version)
        }.requires(.editor)
        Field.asynchronous(
            "deleteModel",
            "Deletes a model, except the default.",
            Argument<GlobalID>("id", "Which model."),
            Argument<Int?>("expectedVersion", "Refused as CONFLICT if the model has another version.")
        ) { _, context, id, version -> ID<Model> in
            let id = try id.model()
            try await context.transaction.deleteModel(id, expectedVersion: version)
            return id
        }.requires(.editor)
        Field.asynchronous(
            "setModelsEnabled",
            "Enables or disables several models.",
            Argument<[GlobalID]>("ids", "Which models."),
            Argument<Bool>("isEnabled", "Whether they are to be offered.")
        ) { _, context, ids, isEnabled in
            try await context.transaction.setModelsEnabled(ids.map { ID<Model>($0.text) }, isEnabled)
        }.requires(.editor)
    }

    @FieldsBuilder<Mutation> static var defaultModelFields: [Field<Mutation>] {
        Field.asynchronous(
            "setDefaultModel",
            "Makes this model the one default and takes the mark from the model that had it.",
            Argument<GlobalID>("id", "Which model.")
        ) { _, context, id in
            try await context.transaction.setDefaultModel(id.model())
        }.requires(.editor)
        Field.asynchronous("clearDefaultModel", "Leaves the registry without a default.") { (_: Mutation, context) in
            let transaction = try context.transaction
            try await transaction.clearDefaultModel()
            return RegistryView(snapshot: await transaction.snapshot)
        }.requires(.editor)
    }
}
