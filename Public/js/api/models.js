// Operations on models. Those on several are one operation, and so take effect together or not at all.

import { query } from "./client.js";

const FIELDS = "id name modelSdkId isDefault isEnabled version";
/** The most that one operation changes: the server takes 1,000 fields. */
const BATCH = 900;

/** Creates models of a provider: `{ name, modelSdkId, isEnabled, isDefault }` each. */
export async function createModels(provider, models) {
  const inputs = models.map((model) => ({ provider: { id: provider }, ...model }));
  await inBatches(inputs, (batch) => fields(batch, "CreateModelInput!", (name) => `createModel(input: $${name}) { id }`));
}

export async function updateModel(id, patch, expectedVersion) {
  const document = `mutation UpdateModel($id: ID!, $patch: ModelPatch!, $expectedVersion: Int) {
    updateModel(id: $id, patch: $patch, expectedVersion: $expectedVersion) { ${FIELDS} }
  }`;
  return (await query(document, { id, patch, expectedVersion })).data.updateModel;
}

/** One model as it is now, or null. */
export async function readModel(id) {
  return (await query(`query Model($id: ID!) { model(by: { id: $id }) { ${FIELDS} } }`, { id })).data.model;
}

/** Deletes models; `clearDefault` where the default is among them. */
export async function deleteModels(ids, clearDefault = false) {
  if (clearDefault) ids = [null, ...ids];
  await inBatches(ids, (batch) => {
    const clear = batch[0] === null ? "clearDefaultModel { version }" : "";
    return fields(batch.filter((id) => id !== null), "ID!", (name) => `deleteModel(id: $${name})`, clear);
  });
}

/** Switches models; `clearDefault` where the default is among those that are switched off. */
export async function switchModels(ids, isEnabled, clearDefault = false) {
  const document = `mutation SwitchModels($ids: [ID!]!, $isEnabled: Boolean!) {
    ${clearDefault ? "clearDefaultModel { version }" : ""}
    setModelsEnabled(ids: $ids, isEnabled: $isEnabled) { id }
  }`;
  await query(document, { ids, isEnabled });
}

/** Makes a model the default, and enables it where it is not. */
export async function setDefaultModel(id, enable = false) {
  const document = `mutation SetDefaultModel($id: ID!) {
    ${enable ? "setModelsEnabled(ids: [$id], isEnabled: true) { id }" : ""}
    setDefaultModel(id: $id) { id }
  }`;
  await query(document, { id });
}

export async function clearDefaultModel() {
  await query("mutation ClearDefaultModel { clearDefaultModel { version } }");
}

async function inBatches(all, operation) {
  for (let at = 0; at < all.length; at += BATCH) {
    const { document, variables } = operation(all.slice(at, at + BATCH));
    await query(document, variables);
  }
}

function fields(values, type, field, before = "") {
  const names = values.map((_, index) => `v${index}`);
  const declared = names.length ? `(${names.map((name) => `$${name}: ${type}`).join(" ")})` : "";
  const document = `mutation Models${declared} { ${before} ${names.map((name) => `${name}: ${field(name)}`).join(" ")} }`;
  return { document, variables: Object.fromEntries(names.map((name, index) => [name, values[index]])) };
}
