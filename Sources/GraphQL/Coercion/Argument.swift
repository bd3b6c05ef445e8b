import OrderedCollections

/// The declaration of an argument, or of an input object's field; its type is what the resolver or initialiser takes.
public struct Argument<Input: InputType>: Sendable {
    public let name: String
    @usableFromInline let erased: AnyArgument

    public init(_ name: String, _ description: String? = nil, default defaultValue: CoercedValue? = nil) {
        self.name = name
        erased = AnyArgument(
            name: name,
            description: description,
            defaultValue: defaultValue,
            type: { Input.reference(in: &$0) }
        )
    }
}

/// An argument's entry in the schema's table, without its Swift type.
public struct AnyArgument: Sendable {
    let name: String
    let description: String?
    let defaultValue: CoercedValue?
    let type: @Sendable (inout SchemaBuilder) -> TypeReference
}

/// The arguments of one field, and how to make their Swift values.
@usableFromInline
struct Arguments<each Input: InputType>: Sendable {
    @usableFromInline let arguments: (repeat Argument<each Input>)

    @usableFromInline
    init(_ arguments: repeat Argument<each Input>) {
        self.arguments = (repeat each arguments)
    }

    @usableFromInline var erased: [AnyArgument] {
        var all: [AnyArgument] = []
        for argument in repeat each arguments { all.append(argument.erased) }
        return all
    }

    /// - Parameter values: coerced; absent ones left out.
    func decode(_ values: OrderedDictionary<String, CoercedValue>) throws(CoercionFailure) -> (repeat each Input) {
        (repeat try (each Input)(coerced: values[(each arguments).name]))
    }
}

/// A field's arguments as Swift values, or why there are none; made once per operation, shared by all rows.
@usableFromInline
final class CoercedArguments<each Input: Sendable>: Sendable {
    @usableFromInline let result: Result<(repeat each Input), any Error>

    init(_ result: Result<(repeat each Input), any Error>) {
        self.result = result
    }
}

/// Where a planned field finds its arguments: in the plan where they are constants, else in the running operation.
@usableFromInline
struct ArgumentSource<each Input: Sendable>: Sendable {
    @usableFromInline let constant: CoercedArguments<repeat each Input>?
    /// Its number in the operation where there is no constant.
    @usableFromInline let slot: Int

    init(constant: CoercedArguments<repeat each Input>) {
        self.constant = constant
        slot = -1
    }

    init(slot: Int) {
        constant = nil
        self.slot = slot
    }

    @inlinable
    func values(_ operation: RunningOperation) -> Result<(repeat each Input), any Error> {
        if let constant { return constant.result }
        // Sound: `Planner.arguments` gave this number to the slot that makes just this type.
        return unsafeDowncast(operation.arguments[slot], to: CoercedArguments<repeat each Input>.self).result
    }
}
