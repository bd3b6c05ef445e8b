/// Where well-known providers serve the OpenAI-compatible form of their API.
enum CompatibleAddress {
    /// The address to call: the provider's own base URL, or where it has none the one that is known for its SDK id.
    ///
    /// A base URL that is a provider's native API stands for the compatible one beside it, on the same host.
    static func of(_ sdkID: ProviderSDKID, baseURL: BaseURL?) -> BaseURL? {
        guard let text = baseURL?.text ?? known[sdkID.text] else { return nil }
        return besideNative[text].flatMap { try? BaseURL($0) } ?? baseURL ?? (try? BaseURL(text))
    }

    /// By SDK id, as the AI SDK and models.dev name providers.
    private static let known = [
        "alibaba": "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
        "anthropic": "https://api.anthropic.com/v1",
        "cerebras": "https://api.cerebras.ai/v1",
        "cohere": "https://api.cohere.ai/compatibility/v1",
        "deepinfra": "https://api.deepinfra.com/v1/openai",
        "deepseek": "https://api.deepseek.com",
        "fireworks-ai": "https://api.fireworks.ai/inference/v1",
        "google": "https://generativelanguage.googleapis.com/v1beta/openai",
        "groq": "https://api.groq.com/openai/v1",
        "huggingface": "https://router.huggingface.co/v1",
        "minimax": "https://api.minimax.io/v1",
        "mistral": "https://api.mistral.ai/v1",
        "moonshotai": "https://api.moonshot.ai/v1",
        "nvidia": "https://integrate.api.nvidia.com/v1",
        "openai": "https://api.openai.com/v1",
        "openrouter": "https://openrouter.ai/api/v1",
        "perplexity": "https://api.perplexity.ai",
        "togetherai": "https://api.together.xyz/v1",
        "vercel": "https://ai-gateway.vercel.sh/v1",
        "xai": "https://api.x.ai/v1",
        "zai": "https://api.z.ai/api/paas/v4",
    ]

    /// By the address of a native API: the compatible one of the same origin, to which the same key belongs.
    private static let besideNative = [
        "https://ai-gateway.vercel.sh/v4/ai": "https://ai-gateway.vercel.sh/v1",
        "https://api.deepinfra.com/v1": "https://api.deepinfra.com/v1/openai",
        "https://api.minimax.io/anthropic/v1": "https://api.minimax.io/v1",
        "https://generativelanguage.googleapis.com/v1beta": "https://generativelanguage.googleapis.com/v1beta/openai",
    ]
}
