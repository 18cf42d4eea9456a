/** The address of the database in parts a person may read; never its password. */
type Target = { host: string; port: string; role: string; database: string };

const UNKNOWN_AUTHORITY =
  "leads to a server whose certificate no authority signed that this machine knows; name the authority's own certificate with &sslrootcert=/path/to/ca.pem (docs/postgresql.md)";

/** By the code of PostgreSQL (SQLSTATE), of the system, or of TLS. */
const SENTENCES: Record<string, (target: Target, message: string) => string> = {
  ENOTFOUND: ({ host }) => `names the host "${host}", which does not exist; correct the name`,
  EAI_AGAIN: ({ host }) =>
    `names the host "${host}", which cannot be looked up just now; check this machine's DNS`,
  ECONNREFUSED: ({ host, port }) =>
    `names ${host}:${port}, where nothing listens; start PostgreSQL there, or correct host and port`,
  ECONNRESET: ({ host, port }) =>
    `names ${host}:${port}, which hung up; check that PostgreSQL, and nothing else, listens there`,
  "28P01": ({ role }) =>
    `has a wrong password for the role "${role}"; correct it, with special characters as %40 and the like`,
  "28000": ({ role, database }, message) =>
    message.includes("no encryption")
      ? "leads to a server that takes TLS only; add ?sslmode=verify-full"
      : `names the role "${role}", which the server does not let into "${database}" from this machine; create the role, or add a line for it to pg_hba.conf`,
  "3D000": ({ role, database }) =>
    `names the database "${database}", which does not exist; create it: CREATE DATABASE "${database}" OWNER "${role}"`,
  "42501": ({ role }, message) =>
    `names the role "${role}", which lacks a right (${message}); grant what docs/postgresql.md lists`,
  "53300": () =>
    "leads to a server without a free connection; raise max_connections, or end what else is connected",
  "57P03": () => "leads to a server that is starting or stopping; start Settled again in a moment",
  "25006": () => "leads to a server that takes no writing; name the primary, not a stand-by",
  DEPTH_ZERO_SELF_SIGNED_CERT: () => UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: () => UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: () => UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: () => "leads to a server whose certificate has expired; renew it there",
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) =>
    `names the host "${host}", for which the server's certificate was not made; use the name that stands in it`,
};

/** What the libraries say without a code. */
const BY_WORDS: [RegExp, (target: Target) => string][] = [
  [
    /does not support SSL/,
    () =>
      "asks for TLS, which the server does not offer; switch it on there, or take sslmode out where the network is your own",
  ],
  [
    /timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    ({ host, port }) =>
      `names ${host}:${port}, which does not answer; correct host and port, or let this machine through the firewall`,
  ],
  [
    /password must be a (non-empty )?string/,
    () => "has no password, and the server asks for one; add it: postgresql://user:password@…",
  ],
];

/** One sentence about why the database cannot be opened, with what to do; begins behind the variable's name. */
export function postgresFault(error: unknown, url: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const { code, path } = (error ?? {}) as { code?: unknown; path?: unknown };
  const target = targetOf(url);
  if ((code === "ENOENT" || code === "EACCES") && typeof path === "string")
    return `names the file ${path}, which cannot be read (${code}); correct the path, or let this user read it`;
  const known = typeof code === "string" ? SENTENCES[code] : undefined;
  if (known) return known(target, message);
  const [, byWords] = BY_WORDS.find(([words]) => words.test(`${String(code)} ${message}`)) ?? [];
  return byWords
    ? byWords(target)
    : `leads to a database that cannot be opened (${message}); docs/postgresql.md says what is needed`;
}

/** Oldest major version of PostgreSQL that the queue works on. */
const OLDEST = 13;

/** What is asked of a server that was reached, before anything is written. */
export const FITNESS = `SELECT current_setting('server_version_num')::int AS "version", current_schema() AS "schema",
  current_setting('transaction_read_only') AS "readOnly",
  (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS "mayMakeTables",
  has_database_privilege(current_database(), 'CREATE') AS "mayMakeSchemas",
  (SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'pgboss') AS "mayUseQueue"`;

export type Fitness = {
  version: number;
  schema: string | null;
  readOnly: string;
  mayMakeTables: boolean | null;
  mayMakeSchemas: boolean;
  /** Null while there is no queue yet. */
  mayUseQueue: boolean | null;
};

/** What the server or the role lacks, in one sentence as above; null when nothing does. */
export function unfitness(found: Fitness, url: string): string | null {
  const { role, database } = targetOf(url);
  const major = Math.floor(found.version / 10_000);
  if (major < OLDEST)
    return `leads to PostgreSQL ${major}; Settled needs ${OLDEST} or newer: upgrade the server, or name another`;
  if (found.readOnly !== "off")
    return "leads to a server that takes no writing; name the primary, not a stand-by";
  const grant = (right: string) => `run as its owner: GRANT ${right} TO "${role}" (docs/postgresql.md)`;
  if (found.mayMakeTables === null)
    return `leads to a database without the schema public; run as its owner: CREATE SCHEMA public AUTHORIZATION "${role}"`;
  if (!found.mayMakeTables)
    return `names the role "${role}", which may make no tables; ${grant("USAGE, CREATE ON SCHEMA public")}`;
  if (found.schema !== "public")
    return `leads to the schema "${found.schema}" instead of public; run: ALTER ROLE "${role}" IN DATABASE "${database}" SET search_path = public`;
  if (found.mayUseQueue === null && !found.mayMakeSchemas)
    return `names the role "${role}", which may not make the queue's schema; ${grant(`CREATE ON DATABASE "${database}"`)}`;
  if (found.mayUseQueue === false)
    return `names the role "${role}", which may not use the queue another role made; run as a superuser: ALTER SCHEMA pgboss OWNER TO "${role}", and the same for its tables`;
  return null;
}

function targetOf(text: string): Target {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: url.port || "5432",
    role: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}
