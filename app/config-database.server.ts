import { isLoopback } from "./config-hosts.ts";

/** Parameters of Prisma's own connections, which ours do not know: they would be passed over in silence. */
const UNKNOWN = [
  "schema",
  "connection_limit",
  "pool_timeout",
  "socket_timeout",
  "pgbouncer",
  "statement_cache_size",
  "sslaccept",
  "sslidentity",
  "sslpassword",
];

const REMEDIES: Record<string, string> = {
  schema: "must not contain schema=; give Settled a database of its own, where it uses the schema public",
  sslaccept: "must not contain sslaccept=; write sslmode=verify-full instead (docs/postgresql.md)",
};

/** What is wrong with the address of the database, to be read behind the variable's name; null when nothing is. */
export function databaseUrlProblem(text: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(text)) return "must begin with postgresql://";
  let url: URL;
  try {
    url = new URL(text);
    decodeURIComponent(url.password);
    decodeURIComponent(url.username);
  } catch {
    return "must be postgresql://user:password@host:5432/settled; write special characters of the password as %40 and the like";
  }
  if (url.pathname.length < 2) return "must name a database behind the host, for example /settled";
  const unknown = UNKNOWN.find((name) => url.searchParams.has(name));
  if (unknown === undefined) return halfCertificate(url.searchParams);
  return REMEDIES[unknown] ?? `must not contain ${unknown}=, which has no effect here; remove it`;
}

/** A certificate of the app's own needs its key, and the key a certificate. */
function halfCertificate(given: URLSearchParams): string | null {
  const [missing, alone] = given.has("sslcert") ? ["sslkey", "sslcert"] : ["sslcert", "sslkey"];
  if (!given.has(alone) || given.has(missing)) return null;
  return `must contain ${missing}= beside ${alone}= (docs/postgresql.md)`;
}

/** The ways in which the connection is encrypted and the server's certificate checked. */
const CHECKED = ["verify-full", "verify-ca", "require", "prefer"];
const ADD = "must ask for TLS in production: add ?sslmode=verify-full (docs/postgresql.md)";
const WRITE = "must ask for TLS in production: write sslmode=verify-full instead (docs/postgresql.md)";
const UNCHECKED = "must check the server's certificate in production: ";

/**
 * What must not be so where the database lies on another machine: tokens, drafts and contact addresses cross the network
 * to it. A database of this machine, or behind a socket, is asked in the clear. Null when nothing is wrong.
 */
export function plainDatabaseProblem(text: string): string | null {
  const url = new URL(text);
  const given = url.searchParams;
  const host = given.get("host") ?? decodeURIComponent(url.hostname);
  if (isLoopback(host) || host.startsWith("/")) return null;
  const mode = given.getAll("sslmode").at(-1);
  if (given.has("uselibpqcompat")) return `${UNCHECKED}remove uselibpqcompat=`;
  if (mode === "no-verify")
    return `${UNCHECKED}write sslmode=verify-full instead, with sslrootcert= for an authority of your own (docs/postgresql.md)`;
  if (mode === undefined) return ADD;
  return CHECKED.includes(mode) ? null : WRITE;
}
