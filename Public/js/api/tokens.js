// Operations on access tokens, for administrators.

import { query } from "./client.js";

const FIELDS = "id name role hint createdAt lastUsedAt expiresAt revokedAt";

export async function listTokens() {
  return (await query(`query Tokens { tokens { ${FIELDS} } }`)).data.tokens;
}

/** `{ secret, token }`; the secret is shown this once. */
export async function createToken(input) {
  const document = `mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { secret token { ${FIELDS} } } }`;
  return (await query(document, { input })).data.createToken;
}

export async function revokeToken(id) {
  await query("mutation RevokeToken($id: ID!) { revokeToken(id: $id) { id } }", { id });
}
