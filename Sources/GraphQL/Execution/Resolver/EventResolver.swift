import JSON
import OrderedCollections

/// What answers for the root field of a subscription: its source stream (`ResolveFieldEventStream`, section 6.2.3.1),
/// of values that then stand in the field's place.
public typealias EventResolver = @Sendable (FieldCall) async throws -> AsyncThrowingStream<ResolvedValue, any Error>

extension Planner {
    /// The root field of a subscription, each of whose events is completed as a field's value is.
    mutating func step(
        resolvedBy resolver: @escaping FieldResolver,
        events: @escaping EventResolver,
        _ type: NamedType,
        _ selection: FieldSelection
    ) -> Step<JSONValue> {
        let definition = FieldCall.Definition(of: selection.definition, on: type.name)
        let completion = completion(of: selection.definition.type, selection, resolver)
        let source = rawArguments(of: selection)
        let number = selection.number
        // Never called: `run` refuses subscriptions, and `subscribe` asks for the events.
        var step = Step<JSONValue> { _, _, _ in throw FieldFailure() }
        step.events = { parent, operation in
            let arguments = try source.values(operation).get()
            let call = FieldCall(definition, of: parent, arguments, operation, at: [~number])
            return EventWriters(base: try await events(call)) { value in
                { response, run in try completion.write(asField: number, to: &response, &run) { _ in value } }
            }
        }
        return step
    }
}
