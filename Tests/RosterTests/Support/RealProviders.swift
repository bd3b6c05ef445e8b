@testable import Roster

/// Real providers and models, as their documentation names them: ids with slashes, dots, at signs, colons and capitals.
let realProviders: [NewProvider] = [
    .real("OpenAI", "openai", "https://api.openai.com/v1", ["gpt-4o-mini", "gpt-5.4-mini", "text-embedding-3-small"]),
    .real("Anthropic", "anthropic", "https://api.anthropic.com/v1", ["claude-sonnet-5"]),
    .real("Google", "google", "https://generativelanguage.googleapis.com/v1beta", ["gemini-3.5-flash"]),
    .real("Azure", "azure", nil, ["gpt-5.5"]),
    .real("Amazon Bedrock", "amazon-bedrock", nil, ["anthropic.claude-sonnet-5", "amazon.nova-lite-v1:0"]),
    .real("Groq", "groq", "https://api.groq.com/openai/v1", ["openai/gpt-oss-120b"]),
    .real("DeepSeek", "deepseek", "https://api.deepseek.com", ["deepseek-v4-pro"]),
    .real("Together AI", "togetherai", "https://api.together.xyz/v1", ["moonshotai/Kimi-K2.7-Code"]),
    .real("Vercel AI Gateway", "vercel", "https://ai-gateway.vercel.sh/v4/ai", ["anthropic/claude-sonnet-5"]),
    .real("MiniMax (minimax.io)", "minimax", "https://api.minimax.io/anthropic/v1", ["MiniMax-M3"]),
    .real("Cloudflare Workers AI", "cloudflare-workers-ai", nil, ["@cf/zai-org/glm-5.2"]),
    .real("LMStudio", "lmstudio", "http://127.0.0.1:1234/v1", ["openai/gpt-oss-20b", "llama3.2:3b-instruct"]),
]

extension NewProvider {
    fileprivate static func real(_ name: String, _ sdkID: String, _ baseURL: String?, _ models: [String]) -> NewProvider
    {
        NewProvider(
            name: name, sdkID: sdkID, baseURL: baseURL,
            models: models.map { NewModel(name: $0, sdkID: "\(sdkID):\($0)") })
    }
}
