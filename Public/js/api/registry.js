// What a chat interface needs: the enabled models by provider, and the default.

import { query } from "./client.js";

/** `{ version, defaultModelId, providers: [{ id, name, providerSdkId, imageUrl, models: [{ id, name, modelSdkId, isDefault }] }], stale }`. */
export async function readRegistry(options) {
  const document = `query Registry {
    registry {
      version defaultModelId
      providers { id name providerSdkId imageUrl models { id name modelSdkId isDefault } }
    }
  }`;
  const { data, stale } = await query(document, {}, options);
  return { ...data.registry, stale };
}
