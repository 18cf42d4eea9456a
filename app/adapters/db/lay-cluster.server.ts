import { PGlite } from "@electric-sql/pglite";
import { POSTGRESQL_CONF } from "./postgresql-conf.server.ts";

// A program of its own, started by `open-embedded.server.ts` with the path of an empty folder: makes
// an empty cluster there.
const [folder = ""] = process.argv.slice(2);
// The engine asks for files everybody may read.
process.umask(0o077);
const cluster = await PGlite.create(folder, { postgresqlconf: POSTGRESQL_CONF });
await cluster.close();
