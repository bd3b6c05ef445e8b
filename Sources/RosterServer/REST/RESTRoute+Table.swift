import HTTPTypes

extension RESTRoute {
    /// Every route. The description at `/api/openapi.json` is made of this table and the schema.
    static let table = providers + models + registry

    private static let providerFields =
        "id name providerSdkId baseUrl imageUrl isEnabled "
        + "apiKeyState: apiKey { status hint fingerprint setAt } version createdAt updatedAt"

    private static let modelFields =
        "id provider { id } name modelSdkId isDefault isEnabled version createdAt updatedAt"

    private static let providers = [
        RESTRoute(
            .get, "/api/config/providers", result: ["providers", "nodes"], query: ["first", "after"],
            """
            "All providers, by name, without their models; the Link field leads to those that are left."
            query listProviders($first: Int = 1000, $after: String) {
              providers(first: $first, after: $after) { nodes { \(providerFields) } pageInfo { hasNextPage endCursor } }
            }
            """),
        RESTRoute(
            .post, "/api/config/providers", .created, result: ["createProvider"],
            """
            "Creates a provider, and its models with it."
            mutation createProvider(
              $name: String!, $providerSdkId: String!, $baseUrl: String, $apiKey: String, $imageUrl: String,
              $isEnabled: Boolean = true, $models: [CreateProviderModelInput!]
            ) {
              createProvider(input: {
                name: $name, providerSdkId: $providerSdkId, baseUrl: $baseUrl, apiKey: $apiKey, imageUrl: $imageUrl,
                isEnabled: $isEnabled, models: $models
              }) { \(providerFields) }
            }
            """),
        RESTRoute(
            .get, "/api/config/providers/:id", result: ["provider"], nouns: ["id": "provider"],
            """
            "One provider."
            query getProvider($id: ID!) { provider(by: { id: $id }) { \(providerFields) } }
            """),
        RESTRoute(
            .put, "/api/config/providers/:id", result: ["updateProvider"], nouns: ["id": "provider"],
            """
            "Changes a provider: a member that is left out is kept, null clears it, a value replaces it."
            mutation updateProvider(
              $id: ID!, $name: String, $providerSdkId: String, $baseUrl: String, $apiKey: String, $imageUrl: String,
              $isEnabled: Boolean, $expectedVersion: Int
            ) {
              updateProvider(id: $id, expectedVersion: $expectedVersion, patch: {
                name: $name, providerSdkId: $providerSdkId, baseUrl: $baseUrl, apiKey: $apiKey, imageUrl: $imageUrl,
                isEnabled: $isEnabled
              }) { \(providerFields) }
            }
            """),
        RESTRoute(
            .delete, "/api/config/providers/:id", .noContent, result: ["deleteProvider"], nouns: ["id": "provider"],
            query: ["cascade"],
            """
            "Deletes a provider; with cascade its models too, without which one that has models is refused."
            mutation deleteProvider($id: ID!, $cascade: Boolean = false, $expectedVersion: Int) {
              deleteProvider(id: $id, cascade: $cascade, expectedVersion: $expectedVersion)
            }
            """),
    ]

    private static let models = [
        RESTRoute(
            .post, "/api/config/models", .created, result: ["createModel"], nouns: ["providerId": "provider"],
            """
            "Creates a model."
            mutation createModel(
              $providerId: ID!, $name: String!, $modelSdkId: String!, $isEnabled: Boolean = true,
              $isDefault: Boolean = false
            ) {
              createModel(input: {
                provider: { id: $providerId }, name: $name, modelSdkId: $modelSdkId, isEnabled: $isEnabled,
                isDefault: $isDefault
              }) { \(modelFields) }
            }
            """),
        RESTRoute(
            .get, "/api/config/models/provider/:providerId", result: ["provider", "models"],
            nouns: ["providerId": "provider"],
            """
            "All models of a provider, by name."
            query listModels($providerId: ID!) { provider(by: { id: $providerId }) { models { \(modelFields) } } }
            """),
        RESTRoute(
            .get, "/api/config/models/:id", result: ["model"], nouns: ["id": "model"],
            """
            "One model."
            query getModel($id: ID!) { model(by: { id: $id }) { \(modelFields) } }
            """),
        RESTRoute(
            .put, "/api/config/models/:id", result: ["updateModel"], nouns: ["id": "model"],
            """
            "Changes a model: a member that is left out is kept, a value replaces it."
            mutation updateModel(
              $id: ID!, $name: String, $modelSdkId: String, $isEnabled: Boolean, $expectedVersion: Int
            ) {
              updateModel(id: $id, expectedVersion: $expectedVersion, patch: {
                name: $name, modelSdkId: $modelSdkId, isEnabled: $isEnabled
              }) { \(modelFields) }
            }
            """),
        RESTRoute(
            .delete, "/api/config/models/:id", .noContent, result: ["deleteModel"], nouns: ["id": "model"],
            """
            "Deletes a model, except the default."
            mutation deleteModel($id: ID!, $expectedVersion: Int) {
              deleteModel(id: $id, expectedVersion: $expectedVersion)
            }
            """),
        RESTRoute(
            .post, "/api/config/models/:id/set-default", result: ["setDefaultModel"], nouns: ["id": "model"],
            """
            "Makes a model the one default."
            mutation setDefaultModel($id: ID!) { setDefaultModel(id: $id) { \(modelFields) } }
            """),
    ]

    private static let registry = [
        RESTRoute(
            .get, "/api/model-registry", result: ["registry"],
            """
            "All that a chat interface needs: the enabled models of the enabled providers, and the default."
            query getModelRegistry {
              registry {
                version defaultModelId defaultModel { id name modelSdkId }
                providers { id name providerSdkId imageUrl models { id name modelSdkId isDefault } }
              }
            }
            """)
    ]
}
