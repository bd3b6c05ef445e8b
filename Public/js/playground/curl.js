// A request as a command for a shell. What is secret stays here: its place is taken by a variable of the shell.
import { isSecretName } from "../gql/secrets.js";

const secretHeaders = /^(authorization|proxy-authorization|cookie|x-api-key|api-key)$/i;

/** The command. `headers` are those of the headers editor; `variables` a value or undefined. */
export function curlOf({ query, variables, operationName, headers, isSubscription }, address = new URL("/graphql", location.origin).href) {
  const body = { query, ...(variables === undefined ? {} : { variables }), ...(operationName ? { operationName } : {}) };
  const lines = [`curl ${quoted(address)}`, `-H "Authorization: Bearer $TOKEN"`, "-H 'Content-Type: application/json'"];
  if (isSubscription) lines.push("-N", "-H 'Accept: text/event-stream'");
  for (const [name, value] of Object.entries(headers)) {
    if (/^(authorization|content-type|cookie)$/i.test(name)) continue;
    const isSecret = secretHeaders.test(name) || isSecretName(name) || isSecretName(name.split("-").at(-1));
    lines.push(isSecret ? `-H "${name}: $${name.toUpperCase().replace(/\W+/g, "_")}"` : `-H ${quoted(`${name}: ${value}`)}`);
  }
  lines.push(`-d ${quoted(JSON.stringify(body))}`);
  return lines.join(" \\\n  ");
}

/** Text in a shell's single quotes, in which nothing has a meaning. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
