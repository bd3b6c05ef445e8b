// Reading providers.

import { query } from "./client.js";

/** What is read of a provider, as a fragment. */
export const FIELDS = `fragment ProviderFields on Provider {
  id name providerSdkId baseUrl imageUrl isEnabled version updatedAt
  apiKey { status hint setAt }
}`;
const MODELS = "models { id name modelSdkId isDefault isEnabled version }";
const PAGE = 500;

/** All providers with their models, at one version: `{ version, providers, stale }`. */
export async function listProviders(options) {
  const document = `query Providers($first: Int, $after: String) {
    registry { version }
    providers(first: $first, after: $after) { nodes { ...ProviderFields ${MODELS} } pageInfo { hasNextPage endCursor } }
  }
  ${FIELDS}`;
  for (;;) {
    const providers = [];
    let version = null;
    let after = null;
    let page;
    do {
      page = await query(document, { first: PAGE, after }, options);
      version ??= page.data.registry.version;
      providers.push(...page.data.providers.nodes);
      after = page.data.providers.pageInfo.endCursor;
    } while (page.data.registry.version === version && page.data.providers.pageInfo.hasNextPage);
    // Something changed between two pages: from the start, so that what is shown was true at one moment.
    if (page.data.registry.version === version) return { version, providers, stale: page.stale };
  }
}
