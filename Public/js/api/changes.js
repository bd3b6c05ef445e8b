// What was changed, by whom, and when.

import { query } from "./client.js";

const PAGE = 50;

/** A page of changes, newest first: `{ changes, more }`, where `more` is the cursor to go on from, or null. */
export async function listChanges({ entity = null, after = null } = {}) {
  const document = `query Changes($entity: ID, $first: Int, $after: String) {
    changes(entity: $entity, first: $first, after: $after) {
      nodes { version at actor kind entity summary fields { field before after } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const { changes } = (await query(document, { entity, first: PAGE, after })).data;
  return { changes: changes.nodes, more: changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null };
}
