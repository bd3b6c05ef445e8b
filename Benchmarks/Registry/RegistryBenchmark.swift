import GraphQL
import Roster
import Vault

/// The query of a model picker over a registry of so many providers with so many models each: Roster's own types,
/// from the prepared document to the response's bytes.
struct RegistryBenchmark {
    static let query = """
        {
          registry {
            version
            defaultModelId
            providers { id name providerSdkId imageUrl models { id name modelSdkId isDefault } }
          }
        }
        """

    let schema: Schema
    let context: APIContext
    private let fields: Int
    private let title: String

    init(providers: Int, modelsEach: Int) throws {
        let keys = ProviderKeys(keyring: Keyring(current: try .random()), installation: "made-up-installation")
        var draft = Draft(of: Snapshot(), at: Instant(secondsSince1970: 1_782_984_600), keys: keys)
        for provider in 1...providers {
            let models = (1...modelsEach).map { model in
                NewModel(
                    name: "Model \(model) of provider \(provider)",
                    sdkID: "provider-\(provider):model-\(model)-2026-01-01",
                    isDefault: provider == 1 && model == 1
                )
            }
            let new = NewProvider(
                name: "Provider \(provider)",
                sdkID: "provider-\(provider)",
                imageURL: "/images/providers/provider-\(provider).svg",
                models: models
            )
            let modelIDs = models.indices.map { ID<Model>((provider - 1) * modelsEach + $0 + 1) }
            _ = try draft.createProvider(new, id: ID(provider), modelIDs: modelIDs)
        }
        schema = try RosterSchema.schema
        context = APIContext(draft.snapshot, keys: keys, viewer: Viewer(name: "benchmark", role: .viewer))
        fields = 4 + providers * (5 + modelsEach * 4)
        title = "registry \(providers) × \(modelsEach)"
    }

    nonisolated(nonsending) func run() async throws {
        let ready = try PreparedDocument(Self.query, schema: schema).operation()
        let response = await ready.run(in: context)
        print("\(title): \(fields) fields, \(response.body.count) bytes, \(response.errors.count) errors")
        let execution = await Measurement.of("execute, \(title)", units: (fields, "field")) {
            _ = await ready.run(in: context)
        }
        print(execution.line)
    }
}
