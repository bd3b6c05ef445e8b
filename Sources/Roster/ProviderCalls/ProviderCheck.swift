import GraphQL

/// What came of trying a provider's address and key.
struct ProviderCheck: ObjectType {
    let stage: CheckStage
    let httpStatus: Int?
    let message: String
    let latency: Duration
    let requestURL: String

    static let object = Object<ProviderCheck>("What came of trying a provider's address and key.") {
        Field("ok", "Whether all went well.") { $0.stage == .done }
        Field("stage", "Where it ended.") { $0.stage }
        Field("httpStatus", "The status that the provider answered with, if it came to that.") { $0.httpStatus }
        Field("message", "What happened, and what to do about it, in Roster's words.") { $0.message }
        Field("latencyMs", "How long it took in all, in milliseconds.") { Int($0.latency / .milliseconds(1)) }
        Field("requestUrl", "The URL that was asked; empty where there was none to ask.") { $0.requestURL }
    }
}

extension ProviderCheck {
    init(_ listing: ModelListing) {
        switch listing.result {
        case .success(let models):
            let count = models.count == 1 ? "1 model" : "\(models.count) models"
            self.init(.done, "The provider answered and offers \(count).", of: listing)
        case .failure(let fault):
            self.init(fault.stage, fault.description, of: listing)
        }
    }

    private init(_ stage: CheckStage, _ message: String, of listing: ModelListing) {
        self.init(
            stage: stage, httpStatus: listing.status, message: message, latency: listing.duration,
            requestURL: listing.url)
    }

    /// A check that ended before there was anything to ask.
    init(_ fault: CallFault) {
        self.init(stage: fault.stage, httpStatus: nil, message: fault.description, latency: .zero, requestURL: "")
    }
}
