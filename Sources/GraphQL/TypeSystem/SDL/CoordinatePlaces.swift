import OrderedCollections

/// Where things are defined in a document.
struct CoordinatePlaces {
    private var places: [Coordinate: Location] = [:]

    init(_ document: TypeSystemDocument) {
        places[.schema] = document.schema?.location
        for type in document.types.values {
            let name = type.definition.name.value
            places[.type(name)] = type.definition.name.location
            for field in type.fields {
                places[.member(name, field.name.value)] = field.name.location
                for argument in field.arguments {
                    places[.argument(name, field.name.value, argument.name.value)] = argument.name.location
                }
            }
            for field in type.inputFields { places[.member(name, field.name.value)] = field.name.location }
            for value in type.values { places[.member(name, value.name.value)] = value.name.location }
        }
        for directive in document.directives.values {
            let name = directive.name.value
            places[.directive(name)] = directive.name.location
            for argument in directive.arguments {
                places[.directiveArgument(name, argument.name.value)] = argument.name.location
            }
        }
    }

    subscript(coordinate: Coordinate) -> Location? { places[coordinate] }
}
