import GraphQL

/// The Swift types behind the documents about items; the peer has plain objects of the same values.
struct Item: ObjectType {
    let id: Int
    let name: String
    let price: Double
    let inStock: Bool
    let note: String?

    init(number: Int) {
        id = number
        name = "Item number \(number)"
        price = Double(number) + 0.5
        inStock = number.isMultiple(of: 3)
        note = number.isMultiple(of: 2) ? nil : "Handle with care"
    }

    static let object = Object<Item> {
        Field("id") { $0.id }
        Field("name") { $0.name }
        Field("price") { $0.price }
        Field("inStock") { $0.inStock }
        Field("note") { $0.note }
    }
}

final class Stock: Sendable {
    let items = (0..<10_000).map(Item.init)
}

struct Shop: ObjectType {
    typealias Context = Stock

    static let typeName = "Query"
    static let object = Object<Shop> {
        Field("item") { _, stock in stock.items[7] }
        Field("items") { _, stock in stock.items }
    }
}
