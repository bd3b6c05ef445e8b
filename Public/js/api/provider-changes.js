// Operations on one provider.

import { query } from "./client.js";
import { FIELDS } from "./providers.js";

/** One provider as it is now, or null. */
export async function readProvider(id) {
  const document = `query Provider($id: ID!) { provider(by: { id: $id }) { ...ProviderFields } } ${FIELDS}`;
  return (await query(document, { id })).data.provider;
}

export async function createProvider(input) {
  const document = `mutation CreateProvider($input: CreateProviderInput!) { createProvider(input: $input) { ...ProviderFields } } ${FIELDS}`;
  return (await query(document, { input })).data.createProvider;
}

/** In `patch` an absent field is kept, null clears it. */
export async function updateProvider(id, patch, expectedVersion) {
  const document = `mutation UpdateProvider($id: ID!, $patch: ProviderPatch!, $expectedVersion: Int) {
    updateProvider(id: $id, patch: $patch, expectedVersion: $expectedVersion) { ...ProviderFields }
  }
  ${FIELDS}`;
  return (await query(document, { id, patch, expectedVersion })).data.updateProvider;
}

/** Switches a provider; `clearDefault` first leaves the registry without a default, in the same transaction. */
export async function switchProvider(id, isEnabled, clearDefault = false) {
  const document = `mutation SwitchProvider($id: ID!, $patch: ProviderPatch!) {
    ${clearDefault ? "clearDefaultModel { version }" : ""}
    updateProvider(id: $id, patch: $patch) { id }
  }`;
  await query(document, { id, patch: { isEnabled } });
}

/** Deletes a provider and its models. */
export async function deleteProvider(id, expectedVersion, clearDefault = false) {
  const document = `mutation DeleteProvider($id: ID!, $expectedVersion: Int) {
    ${clearDefault ? "clearDefaultModel { version }" : ""}
    deleteProvider(id: $id, cascade: true, expectedVersion: $expectedVersion)
  }`;
  await query(document, { id, expectedVersion });
}

/** Tries a draft out; nothing is written. */
export async function checkProvider(draft, options) {
  const document = `query CheckProvider($draft: ProviderDraft!) {
    checkProvider(draft: $draft) { ok stage httpStatus message latencyMs requestUrl }
  }`;
  return (await query(document, { draft }, { timeout: 60_000, ...options })).data.checkProvider;
}

/** What a provider offers, and which of that is known. */
export async function discoverModels(id, options) {
  const document = `query DiscoverModels($id: ID!) {
    discoverModels(provider: { id: $id }) {
      models { modelSdkId name existing { id isEnabled } }
      vanished { id name modelSdkId isDefault isEnabled }
    }
  }`;
  return (await query(document, { id }, { timeout: 60_000, ...options })).data.discoverModels;
}
