package import GraphQL

/// How far a call to a provider came, in the order in which things happen.
package enum CheckStage: String, EnumType, CaseIterable, Sendable {
    case address = "ADDRESS"
    case connect = "CONNECT"
    case tls = "TLS"
    case http = "HTTP"
    case authentication = "AUTHENTICATION"
    case answer = "ANSWER"
    case done = "DONE"

    package static let description: String? = "How far a call to a provider came, in the order in which things happen."

    package var description: String? {
        switch self {
        case .address: "The base URL has to name a host that may be called."
        case .connect: "The host has to accept a connection."
        case .tls: "Its certificate has to be valid for that host."
        case .http: "It has to answer the request in HTTP, with success."
        case .authentication: "It has to accept the API key."
        case .answer: "The answer has to be a list of models."
        case .done: "All went well."
        }
    }
}
