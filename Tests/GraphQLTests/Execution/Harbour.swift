import GraphQL
import JSON
import OrderedCollections
import Synchronization

// The schema that the tests of execution run against: a few ships in a harbour, with everything that can go wrong.

final class Harbour: Sendable {
    let ships: [Ship]
    /// What mutations did, in order.
    let log = Mutex<[String]>([])

    init(ships: [Ship]) {
        self.ships = ships
    }

    static var usual: Harbour {
        Harbour(ships: [
            Ship(id: 1, name: "Albatross", tons: 1_200, crew: [Sailor(name: "Ada"), Sailor(name: "Bo")]),
            Ship(id: 2, name: "Bittern", tons: nil, crew: []),
        ])
    }
}

struct Sailor: ObjectType {
    typealias Context = Harbour
    let name: String

    static let object = Object<Sailor>("Somebody who sails.", implements: Named.self) {
        Field("name") { $0.name }
        Field("badge", "Lost, always.") { (_: Sailor, _: Harbour) throws -> String in throw Trouble.lost }
        Field("letter", "Lost, which does not matter.") { (_: Sailor, _: Harbour) throws -> String? in
            throw Trouble.lost
        }
    }
}

enum Trouble: Error {
    case lost
}

struct Ship: ObjectType {
    typealias Context = Harbour
    let id: Int
    let name: String
    let tons: Int?
    let crew: [Sailor]

    static let object = Object<Ship>("Something that floats.", implements: Named.self) {
        Field("id") { $0.id }
        Field("name", "As painted on it.") { $0.name }
        Field("tons") { $0.tons }
        Field("crew", "Those on board.", Argument<Int?>("first", "At most so many.")) { ship, _, first in
            first.map { Array(ship.crew.prefix($0)) } ?? ship.crew
        }
        Field("rig") { $0.id == 1 ? Rig.square : .gaff }
        Field("grid") { [[$0.id, 2], [3]] }
        Field("nothing") { _ in String?.none }
        Field("gaps") { _ in ["a", nil, "b"] as [String?] }
        Field("tooBig", "Past 32 bits.") { _ in 1 << 40 }
        Field("perhapsTooBig") { _ in [1, 1 << 40, 3] as [Int?] }
        Field("captain") { $0.crew.first }
        Field("oldName") { $0.name }.deprecated("Ships keep their names.")
        Field.asynchronous("radio", "Answers after the others.", Argument<String>("call", default: "hello")) {
            ship, _, call in
            await Task.yield()
            return "\(call) from \(ship.name)"
        }
        Field.asynchronous("silence") { (_: Ship, _: Harbour) async throws -> String in throw Trouble.lost }
        Field.asynchronous("noise") { (_: Ship, _: Harbour) async throws -> String? in throw Trouble.lost }
        Field.asynchronous("mate") { (ship: Ship, _: Harbour) async -> Sailor? in ship.crew.last }
        Field.asynchronous("twin", "The same ship, later.") { (ship: Ship, _: Harbour) async -> Ship in ship }
    }
}

enum Rig: String, EnumType {
    case square = "SQUARE"
    case gaff = "GAFF"

    static let description: String? = "How the sails are set."
}

enum Named: AbstractType {
    case ship(Ship)
    case sailor(Sailor)

    static let abstract = Abstract<Named>.interface(
        "Anything with a name.",
        fields: [InterfaceField("name", String.self)],
        possible: [
            Possible(Ship.self) { if case .ship(let ship) = $0 { ship } else { nil } },
            Possible(Sailor.self) { if case .sailor(let sailor) = $0 { sailor } else { nil } },
        ]
    )
}

enum Found: AbstractType {
    case ship(Ship)
    case sailor(Sailor)

    static let abstract = Abstract<Found>.union(of: [
        Possible(Ship.self) { if case .ship(let ship) = $0 { ship } else { nil } },
        Possible(Sailor.self) { if case .sailor(let sailor) = $0 { sailor } else { nil } },
    ])
}

struct Filter: InputObjectType, Equatable {
    let name: Patch<String>
    let rigs: [Rig]
    let limit: Int

    static let input = InputObject<Filter>(
        "Which ships.",
        Argument("name"),
        Argument("rigs", default: [.enum("SQUARE")]),
        Argument("limit", default: 10),
        make: Filter.init
    )
}

enum ShipBy: InputObjectType {
    case id(Int)
    case name(String)

    static let input = InputObject<ShipBy>.oneOf(
        "One ship.", Choice("id", make: ShipBy.id), Choice("name", make: ShipBy.name))
}

struct HarbourQuery: ObjectType {
    typealias Context = Harbour
    static let typeName = "Query"

    static let object = Object<HarbourQuery> {
        Field("ships") { (_: HarbourQuery, harbour: Harbour) in harbour.ships }
        Field("ship", "One of them.", Argument<ShipBy>("by")) { (_, harbour, by) -> Ship? in
            switch by {
            case .id(let id): harbour.ships.first { $0.id == id }
            case .name(let name): harbour.ships.first { $0.name == name }
            }
        }
        Field("find", "Ships and those on them.") { (_: HarbourQuery, harbour: Harbour) -> [Found] in
            harbour.ships.flatMap { [.ship($0)] + $0.crew.map(Found.sailor) }
        }
        Field("named") { (_: HarbourQuery, harbour: Harbour) -> [Named] in
            harbour.ships.flatMap { [.ship($0)] + $0.crew.map(Named.sailor) }
        }
        Field("echo", "The filter as it arrived.", Argument<Filter?>("filter")) { _, _, filter -> String in
            guard let filter else { return "none" }
            let name =
                switch filter.name {
                case .keep: "kept"
                case .clear: "cleared"
                case .set(let name): "set to \(name)"
                }
            return "\(name), \(filter.rigs.map(\.rawValue).joined(separator: "+")), \(filter.limit)"
        }
        Field("add", "Their sum.", Argument<Int>("a"), Argument<Double>("b", default: 0.5)) { _, _, a, b in
            Double(a) + b
        }
    }
}

struct HarbourMutation: ObjectType {
    typealias Context = Harbour
    static let typeName = "Mutation"

    static let object = Object<HarbourMutation> {
        Field.asynchronous("launch", "Notes a launch.", Argument<String>("name")) { _, harbour, name -> String in
            harbour.log.withLock { $0.append("begin \(name)") }
            await Task.yield()
            harbour.log.withLock { $0.append("end \(name)") }
            return name
        }
        Field.asynchronous("sink") { (_: HarbourMutation, _: Harbour) async throws -> String in
            throw GraphQLError("It does not sink.", code: .badUserInput, extensions: ["field": "name"])
        }
    }
}

let harbourSchema = Result { try Schema(query: HarbourQuery(), mutation: HarbourMutation()) }

/// Runs a document against the usual harbour and gives the response as text.
func run(_ query: String, variables: String = "{}", in harbour: Harbour = .usual) async throws -> String {
    try await run(query, variables: variables, on: harbourSchema.get(), in: harbour)
}

/// Runs a document against any schema and gives the response as text.
func run(
    _ query: String,
    variables: String = "{}",
    on schema: Schema,
    in context: some AnyObject & Sendable = NoContext()
) async throws -> String {
    let ready: ReadyOperation
    do {
        let document = try PreparedDocument(query, schema: schema)
        ready = try document.operation(variables: try JSONValue(parsing: variables).objectValue ?? [:])
    } catch let errors as RequestErrors {
        return String(decoding: Response(errors).body, as: UTF8.self)
    }
    return String(decoding: await ready.run(in: context).body, as: UTF8.self)
}
