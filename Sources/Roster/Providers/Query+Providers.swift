import GraphQL

extension Query {
    @FieldsBuilder<Query> static var providerFields: [Field<Query>] {
        Field(
            "providers",
            "All providers, by name; ties by id.",
            Argument<ProviderFilter?>("filter", "Which of them."),
            Argument<Int?>("first", "At most so many from the front: up to 1000, 100 where neither is said."),
            Argument<String?>("after", "The cursor to begin behind."),
            Argument<Int?>("last", "At most so many from the back: up to 1000."),
            Argument<String?>("before", "The cursor to end before.")
        ) { _, context, filter, first, after, last, before -> Page<ProviderEntry> in
            let snapshot = context.snapshot
            return try Page(
                PageRequest(first: first, after: after, last: last, before: before),
                of: snapshot.providersByName,
                matching: filter?.matches
            ) { snapshot.entries[$0.value] }
        }.requires(.editor)
        Field("provider", "One provider, or null.", Argument<ProviderBy>("by", "How it is named.")) {
            _, context, by in
            context.snapshot.provider(by)
        }.requires(.editor)
    }
}
