import JSON
import NIOCore
import NIOHTTP1
package import Roster
import Vault

extension UpstreamClient: ProviderCalling {
    package func models(of endpoint: ProviderEndpoint) async -> ModelListing {
        let start = ContinuousClock.now
        let call = UpstreamCall.modelList(of: endpoint)
        let answer: (result: Result<[ModelListing.OfferedID], CallFault>, status: Int?)
        do {
            answer = try await withTimeLimit(
                limits.check, CallFault.timedOut(seconds: limits.check.roundedSeconds)
            ) {
                try await list(call, hasKey: endpoint.key != nil)
            }
        } catch {
            let fault = error as? CallFault ?? .stopping
            answer = (.failure(fault), fault.status)
        }
        return ModelListing(
            result: answer.result, status: answer.status, duration: start.duration(to: .now), url: call.url)
    }

    private func list(
        _ call: UpstreamCall,
        hasKey: Bool
    ) async throws -> (Result<[ModelListing.OfferedID], CallFault>, Int?) {
        let response = try await send(call, within: limits.check)
        do {
            try CallFault.check(response.status, hasKey: hasKey)
            let body = try await response.whole(upTo: limits.listBody, limits: limits)
            return (.success(try ModelListing.OfferedID.list(in: body, limits: limits)), response.status)
        } catch let fault as CallFault {
            return (.failure(fault), response.status)
        }
    }
}

extension CallFault {
    /// Refuses a status that is no success.
    static func check(_ status: Int, hasKey: Bool) throws(CallFault) {
        switch status {
        case 200..<300: return
        case 401, 403: throw hasKey ? .keyRefused(status: status) : .keyMissing(status: status)
        default: throw .status(status)
        }
    }
}

extension UpstreamCall {
    /// `GET <base URL>/models`, as all OpenAI-compatible APIs have it but Anthropic's, which wants its own fields.
    fileprivate static func modelList(of endpoint: ProviderEndpoint) -> UpstreamCall {
        guard endpoint.baseURL.origin.description == "https://api.anthropic.com" else {
            return UpstreamCall(.GET, endpoint.url(of: "models"), of: endpoint)
        }
        let keyless = ProviderEndpoint(baseURL: endpoint.baseURL, key: nil)
        var call = UpstreamCall(.GET, endpoint.url(of: "models?limit=1000"), of: keyless)
        call.setHeader("anthropic-version", "2023-06-01")
        endpoint.key?.withText { call.setHeader("x-api-key", $0) }
        return call
    }
}

extension ModelListing.OfferedID {
    /// Reads `{"data": [{"id": …}]}`; some providers send the list alone, or call it `models` and the ids `name`.
    fileprivate static func list(in body: ByteBuffer, limits: UpstreamLimits) throws(CallFault) -> [Self] {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: Array(buffer: body), limits: JSONLimits(bytes: limits.listBody))
        } catch {
            throw .notJSON
        }
        guard let list = (json["data"] ?? json["models"] ?? json).arrayValue else { throw .notAModelList }
        var models: [Self] = []
        for entry in list {
            guard let id = (entry["id"] ?? entry["name"])?.stringValue else { throw .notAModelList }
            let prefix = "models/"
            let plain = id.utf8.starts(with: prefix.utf8) ? String(id.utf8.dropFirst(prefix.utf8.count)) ?? id : id
            let name = (entry["display_name"] ?? entry["name"])?.stringValue
            models.append(Self(id: plain, name: name ?? plain))
        }
        return models
    }
}
