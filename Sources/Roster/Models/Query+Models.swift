import GraphQL

extension Query {
    @FieldsBuilder<Query> static var modelFields: [Field<Query>] {
        Field(
            "models",
            "All models, by name; ties by id.",
            Argument<ModelFilter?>("filter", "Which of them."),
            Argument<Int?>("first", "At most so many from the front: up to 1000, 100 where neither is said."),
            Argument<String?>("after", "The cursor to begin behind."),
            Argument<Int?>("last", "At most so many from the back: up to 1000."),
            Argument<String?>("before", "The cursor to end before.")
        ) { _, context, filter, first, after, last, before -> Page<ModelEntry> in
            let request = try PageRequest(first: first, after: after, last: last, before: before)
            return try Page(request, of: context.snapshot, filter)
        }.requires(.editor)
        Field("model", "One model, or null.", Argument<ModelBy>("by", "How it is named.")) { _, context, by in
            context.snapshot.model(by)
        }.requires(.editor)
    }
}

extension Page<ModelEntry> {
    /// A page of the models; those of one provider are found without a look at the others.
    fileprivate init(_ request: PageRequest, of snapshot: Snapshot, _ filter: ModelFilter?) throws(Refusals) {
        if let owner = filter?.provider {
            let provider = ID<Provider>(owner.text).flatMap { snapshot.provider($0) }
            try self.init(
                request,
                of: provider?.models ?? OrderedIndex(),
                matching: filter?.isProviderOnly == true ? nil : filter?.matches
            ) { element in provider.map { ModelEntry(element.value, of: $0) } }
        } else {
            try self.init(request, of: snapshot.modelsByName, matching: filter?.matches) {
                snapshot.model(at: $0.key, of: $0.value)
            }
        }
    }
}

extension ModelFilter {
    fileprivate var isProviderOnly: Bool { isEnabled == nil && search == nil }
}
