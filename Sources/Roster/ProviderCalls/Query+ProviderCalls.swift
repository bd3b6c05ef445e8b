import GraphQL
import JSON
import OrderedCollections
import Vault

extension Query {
    @FieldsBuilder<Query> static var providerCallFields: [Field<Query>] {
        Field.asynchronous(
            "checkProvider",
            "Calls the provider with a draft or a stored configuration and reports what happened. Writes nothing.",
            Argument<ProviderDraft>("draft", "What to try.")
        ) { _, context, draft -> ProviderCheck in
            guard context.admitCall() else { throw UncallableProvider.tooManyCalls }
            do {
                let endpoint = try draft.endpoint(in: context.snapshot, keys: context.keys)
                return ProviderCheck(await context.models(of: endpoint))
            } catch let fault as CallFault {
                return ProviderCheck(fault)
            } catch let error as VaultError {
                throw UncallableProvider.secret(error)
            }
        }.requires(.editor)
        Field.asynchronous(
            "discoverModels",
            "Asks the provider which models it offers, and marks which of them are new. Writes nothing.",
            Argument<ProviderBy>("provider", "Which provider, by its stored address and key.")
        ) { _, context, by -> ModelDiscovery in
            guard let entry = context.snapshot.provider(by) else {
                throw Refusals(.notFound(.provider), at: "provider")
            }
            guard context.admitCall() else { throw UncallableProvider.tooManyCalls }
            do {
                let endpoint = try context.keys.endpoint(of: entry.provider)
                return ModelDiscovery(try await context.models(of: endpoint).result.get(), of: entry)
            } catch let fault as CallFault {
                throw UncallableProvider.fault(fault)
            } catch let error as VaultError {
                throw UncallableProvider.secret(error)
            }
        }.requires(.editor)
    }
}

/// Why there is no answer from a provider where one was the point of asking.
enum UncallableProvider: FieldErrors {
    case fault(CallFault)
    case secret(VaultError)
    /// By one operation.
    case tooManyCalls

    var errors: [GraphQLError] {
        switch self {
        case .fault(let fault):
            [
                GraphQLError(
                    fault.description, code: .unavailable, extensions: ["stage": .string(fault.stage.rawValue)])
            ]
        case .tooManyCalls:
            [
                GraphQLError(
                    "An operation calls providers at most \(APIContext.calls) times.", code: .limitExceeded)
            ]
        case .secret:
            [
                GraphQLError(
                    "The stored API key cannot be opened: it was moved or altered, or the server has another master "
                        + "key. Send the key again.",
                    code: .secretUnreadable)
            ]
        }
    }
}

extension GraphQLError.Code {
    static let secretUnreadable = Self(rawValue: "SECRET_UNREADABLE")
}

extension APIContext {
    fileprivate func models(of endpoint: ProviderEndpoint) async -> ModelListing {
        guard let calls else {
            return ModelListing(
                result: .failure(.stopping), status: nil, duration: .zero, url: endpoint.url(of: "models"))
        }
        return await calls.models(of: endpoint)
    }
}
