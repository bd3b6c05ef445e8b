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
        for step in plan.steps {
            response.append(step.key)
            try step.write(self, &response, &run)
        }
        response.append(plan.end)
    }
}

/// A selection set settled for one object type: `CollectFields`' result as code (section 6.3.2).
public struct ObjectPlan<Parent>: Sendable {
    @usableFromInline let steps: [Step<Parent>]
    /// `}`, or `{}` where every selection was skipped.
    @usableFromInline let end: [UInt8]

    init(steps: [Step<Parent>]) {
        self.steps = steps
        end = Array((steps.isEmpty ? "{}" : "}").utf8)
    }
}

/// One member of an object in the response.
public struct Step<Parent>: Sendable {
    /// Everything before the value, ready to append: `{"name":` for the first member, `,"name":` for the others.
    @usableFromInline var key: [UInt8]
    @usableFromInline let write: @Sendable (Parent, inout ResponseWriter, inout Run) throws -> Void

    /// For fields of a subscription's root: their events. Nil for all others.
    @usableFromInline var events: (@Sendable (Parent, RunningOperation) async throws -> any EventSource)?

    @inlinable
    init(write: @escaping @Sendable (Parent, inout ResponseWriter, inout Run) throws -> Void) {
        key = []
        self.write = write
    }
}
