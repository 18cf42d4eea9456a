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
  if (unknown === undefined) return null;
  return REMEDIES[unknown] ?? `must not contain ${unknown}=, which has no effect here; remove it`;
}
