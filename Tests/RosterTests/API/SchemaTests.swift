import GraphQL
import OrderedCollections
import Postgres
import SystemPackage
import Testing

@testable import Roster

@Suite("The schema")
struct SchemaTests {
    @Test("is the one that is checked in; `roster schema > schema/schema.graphql` renews it")
    func checkedIn() throws {
        let file = LiveRegistry.root.appending("schema").appending("schema.graphql")
        #expect(try RosterSchema.text == file.contents())
    }

    @Test("describes everything in it")
    func descriptions() throws {
        var undescribed: [String] = []
        func note(_ coordinate: String, _ description: String?) {
            if description == nil { undescribed.append(coordinate) }
        }
        for type in try RosterSchema.schema.types where !type.name.hasPrefix("__") {
            note(type.name, type.description)
            for field in type.fields.values {
                note("\(type.name).\(field.name)", field.description)
                for argument in field.arguments.values {
                    note("\(type.name).\(field.name)(\(argument.name):)", argument.description)
                }
            }
            switch type.kind {
            case .inputObject(let input):
                for field in input.fields.values { note("\(type.name).\(field.name)", field.description) }
            case .enumeration(let enumeration):
                for value in enumeration.values.values { note("\(type.name).\(value.name)", value.description) }
            default: break
            }
        }
        #expect(undescribed == [])
    }

    @Test("asks for a role wherever the registry is read or changed")
    func roles() throws {
        let schema = try RosterSchema.schema
        let open = [.query, .mutation, .subscription].compactMap(schema.root).flatMap { type in
            type.fields.values.filter { $0.directives.allSatisfy { Role(requiredBy: $0) == nil } }.map(\.name)
        }
        #expect(open == ["viewer"])
    }
}
