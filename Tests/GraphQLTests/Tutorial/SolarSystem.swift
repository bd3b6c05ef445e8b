import GraphQL

struct Planet: ObjectType {
    let name: String
    let radius: Double
    let moons: [String]
    let discoverer: String?

    static let object = Object<Planet>("A body that goes round the sun.") {
        Field("name") { $0.name }
        Field("radius", "In kilometres, at the equator.") { $0.radius }
        Field("moons") { $0.moons }
        Field("discoverer", "Null for planets known since antiquity.") { $0.discoverer }
    }
}

final class Almanac: Sendable {
    let planets: [Planet]

    init(planets: [Planet]) {
        self.planets = planets
    }
}

struct Query: ObjectType {
    typealias Context = Almanac

    static let object = Object<Query> {
        Field("planets", "From the sun outwards.", Argument<Int?>("first", "At most so many.")) {
            _, almanac, first in
            Array(almanac.planets.prefix(first ?? .max))
        }
        Field("planet", "One planet, null where there is none of that name.", Argument<String>("name")) {
            _, almanac, name in
            almanac.planets.first { $0.name == name }
        }
    }
}

struct NewMoon: InputObjectType {
    let planet: String
    let name: String

    static let input = InputObject<NewMoon>("A moon to note.", Argument("planet"), Argument("name"), make: NewMoon.init)
}

struct Mutation: ObjectType {
    typealias Context = Almanac

    static let object = Object<Mutation> {
        Field.asynchronous("noteMoon", "Notes a moon and gives its planet back.", Argument<NewMoon>("moon")) {
            _, almanac, moon -> Planet in
            guard let planet = almanac.planets.first(where: { $0.name == moon.planet }) else {
                throw GraphQLError("No such planet.", code: .badUserInput)
            }
            let moons = planet.moons + [moon.name]
            return Planet(name: planet.name, radius: planet.radius, moons: moons, discoverer: planet.discoverer)
        }
    }
}
