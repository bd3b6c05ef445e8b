// Pictures of providers: the configured one, else ours for a well-known SDK id, else a monogram.

import { h, svg } from "./h.js";

/** SDK ids that have a picture of ours, with what they mean and where their compatible API is. */
export const KNOWN = {
  alibaba: ["Alibaba Cloud", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"],
  anthropic: ["Anthropic", "https://api.anthropic.com/v1"],
  cerebras: ["Cerebras", "https://api.cerebras.ai/v1"],
  cohere: ["Cohere", "https://api.cohere.ai/compatibility/v1"],
  deepinfra: ["DeepInfra", "https://api.deepinfra.com/v1/openai"],
  deepseek: ["DeepSeek", "https://api.deepseek.com"],
  "fireworks-ai": ["Fireworks AI", "https://api.fireworks.ai/inference/v1"],
  google: ["Google Gemini", "https://generativelanguage.googleapis.com/v1beta/openai"],
  groq: ["Groq", "https://api.groq.com/openai/v1"],
  huggingface: ["Hugging Face", "https://router.huggingface.co/v1"],
  lmstudio: ["LM Studio, on your machine", null, "http://127.0.0.1:1234/v1"],
  minimax: ["MiniMax", "https://api.minimax.io/v1"],
  mistral: ["Mistral AI", "https://api.mistral.ai/v1"],
  moonshotai: ["Moonshot AI", "https://api.moonshot.ai/v1"],
  nvidia: ["NVIDIA", "https://integrate.api.nvidia.com/v1"],
  ollama: ["Ollama, on your machine", null, "http://127.0.0.1:11434/v1"],
  openai: ["OpenAI", "https://api.openai.com/v1"],
  openrouter: ["OpenRouter", "https://openrouter.ai/api/v1"],
  perplexity: ["Perplexity", "https://api.perplexity.ai"],
  togetherai: ["Together AI", "https://api.together.xyz/v1"],
  vercel: ["Vercel AI Gateway", "https://ai-gateway.vercel.sh/v1"],
  vllm: ["vLLM, on your machine", null, "http://127.0.0.1:8000/v1"],
  xai: ["xAI", "https://api.x.ai/v1"],
  zai: ["Z.ai", "https://api.z.ai/api/paas/v4"],
};

/** Where our picture for an SDK id is. */
export const pictureFor = (sdkId) => (Object.hasOwn(KNOWN, sdkId) ? `/images/providers/${sdkId}.svg` : null);

/** The picture of a provider, as decoration: its name stands beside it. */
export function picture({ imageUrl, providerSdkId, name }, className = "") {
  const classes = `picture ${className}`;
  const address = safe(imageUrl) ?? pictureFor(providerSdkId);
  if (!address) return monogram(name || providerSdkId, classes);
  const image = h("img", { src: address, alt: "", class: classes, width: 32, height: 32, loading: "lazy", referrerpolicy: "no-referrer" });
  image.addEventListener("error", () => image.replaceWith(monogram(name || providerSdkId, classes)), { once: true });
  return image;
}

/** Only what the rules of the registry allow: an https address, or a path on this server. */
function safe(address) {
  if (!address) return null;
  return /^https:\/\//i.test(address) || /^\/(?![/\\])/.test(address) ? address : null;
}

/** One or two letters on a colour that follows from the name. */
function monogram(name, classes) {
  const words = (name ?? "").trim().split(/[\s_./-]+/u).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 1);
  let hue = 0;
  for (const letter of name ?? "") hue = (hue * 31 + letter.codePointAt(0)) % 360;
  const label = svg("text", { x: 16, y: 21, "text-anchor": "middle", "font-size": letters.length > 1 ? 13 : 16, "font-weight": 600, fill: "#fff" });
  label.textContent = letters.join("").toUpperCase();
  const ground = svg("rect", { width: 32, height: 32, rx: 8, fill: `hsl(${hue} 42% 38%)` });
  return svg("svg", { viewBox: "0 0 32 32", class: classes, "aria-hidden": "true" }, ground, label);
}
