/// A Swift type behind a GraphQL object type (section 3.6).
///
///     extension Planet: ObjectType {
///         static let object = Object<Planet>("A body that goes round a star.") {
///             Field("name", "As astronomers write it.") { $0.name }
///             Field("moons") { $0.moons }
///         }
///     }
public protocol ObjectType: OutputType where Plan == ObjectPlan<Self> {
    /// What resolvers get besides the parent: one class for all types of a schema that take one.
    associatedtype Context: AnyObject & Sendable = NoContext

    /// The type's name; the Swift type's unless said otherwise.
    static var typeName: String { get }
    static var object: Object<Self> { get }
}

/// The context of types whose fields need none.
public final class NoContext: Sendable {
    @usableFromInline static let shared = NoContext()

    public init() {}
}

extension ObjectType {
    public static var typeName: String { String(describing: Self.self) }

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.named(builder.define(object)))
    }

    public static func plan(_ selection: FieldSelection, _ planner: inout Planner) -> ObjectPlan<Self> {
        planner.plan(object, selection.selectionSets)
    }

    @inlinable
    public func write(_ plan: ObjectPlan<Self>, to response: inout ResponseWriter, _ run: inout Run) throws {
        try plan.write(self, to: &response, &run)
    }
}

/// A selection set settled for one object type: `CollectFields`' result as code (section 6.3.2).
public struct ObjectPlan<Parent>: Sendable {
    @usableFromInline let steps: [Step<Parent>]
    /// All that is written besides the values, in one piece: `{"name":` for the first member, `,"name":` for each
    /// other, and `}`.
    @usableFromInline let keys: [UInt8]

    /// - Parameter members: in order, with the response names, which are `Name`s and have nothing to escape.
    init(_ members: [(name: String, step: Step<Parent>)]) {
        var keys: [UInt8] = []
        keys.reserveCapacity(members.reduce(2) { $0 + $1.name.utf8.count + 4 })
        steps = members.map { name, step in
            keys.append(UInt8(ascii: keys.isEmpty ? "{" : ","))
            keys.append(UInt8(ascii: "\""))
            keys.append(contentsOf: name.utf8)
            keys.append(UInt8(ascii: "\""))
            keys.append(UInt8(ascii: ":"))
            var step = step
            step.keyEnd = keys.count
            return step
        }
        if keys.isEmpty { keys.append(UInt8(ascii: "{")) }
        keys.append(UInt8(ascii: "}"))
        self.keys = keys
    }

    /// Writes an object, member by member.
    @inlinable
    func write(_ parent: Parent, to response: inout ResponseWriter, _ run: inout Run) throws {
        try keys.withUnsafeBufferPointer { keys in
            var position = 0
            for step in steps {
                response.append(UnsafeBufferPointer(rebasing: keys[position..<step.keyEnd]))
                position = step.keyEnd
                try step.write(parent, &response, &run)
            }
            response.append(UnsafeBufferPointer(rebasing: keys[position...]))
        }
    }
}

/// One member of an object in the response.
public struct Step<Parent>: Sendable {
    /// Where the plan's keys go on after this member's.
    @usableFromInline var keyEnd = 0
    @usableFromInline let write: @Sendable (Parent, inout ResponseWriter, inout Run) throws -> Void

    /// For fields of a subscription's root: their events. Nil for all others.
    @usableFromInline var events: (@Sendable (Parent, RunningOperation) async throws -> any EventSource)?

    @inlinable
    init(write: @escaping @Sendable (Parent, inout ResponseWriter, inout Run) throws -> Void) {
        self.write = write
    }
}
