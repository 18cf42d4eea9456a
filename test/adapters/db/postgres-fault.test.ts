import { describe, expect, it } from "vitest";
import { type Fitness, postgresFault, unfitness } from "#app/adapters/db/postgres-fault.server.ts";

const URL = "postgresql://app:s3cr3t@db.internal/settled";
const fault = (code: string, message = "as the library says") =>
  postgresFault(Object.assign(new Error(message), { code }), URL);

describe("a fault of the database at start", () => {
  // Codes: PostgreSQL's appendix A, Node's errors, OpenSSL's verify results as Node names them.
  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "name the authority's own certificate with &sslrootcert="],
    ["SELF_SIGNED_CERT_IN_CHAIN", "name the authority's own certificate with &sslrootcert="],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "name the authority's own certificate with &sslrootcert="],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "name the authority's own certificate with &sslrootcert="],
    ["CERT_HAS_EXPIRED", "certificate has expired; renew it there"],
    [
      "ERR_TLS_CERT_ALTNAME_INVALID",
      'names the host "db.internal", for which the server\'s certificate was not made',
    ],
    ["53300", "raise max_connections"],
    ["57P03", "start Settled again in a moment"],
    ["25006", "name the primary, not a stand-by"],
    ["EAI_AGAIN", "check this machine's DNS"],
    ["ETIMEDOUT", "names db.internal:5432, which does not answer"],
    ["XX000", "cannot be opened (as the library says)"],
  ])("of the kind %s is told with what to do", (code, sentence) => {
    expect(fault(code)).toContain(sentence);
    expect(fault(code)).not.toContain("s3cr3t");
  });

  it("tells a server that wants TLS from one that does not know the role", () => {
    expect(fault("28000", 'no pg_hba.conf entry for host "10.0.0.9", user "app", no encryption')).toContain(
      "takes TLS only; add ?sslmode=verify-full",
    );
    expect(fault("28000", 'no pg_hba.conf entry for host "10.0.0.9", user "app", SSL encryption')).toContain(
      'does not let into "settled" from this machine',
    );
  });

  it("is understood without a code, too", () => {
    expect(postgresFault(new Error("timeout expired"), URL)).toContain("does not answer");
    const words = "SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string";
    expect(postgresFault(new Error(words), URL)).toContain("has no password, and the server asks for one");
  });
});

describe("a server that was reached", () => {
  const fit: Fitness = {
    version: 180_001,
    schema: "public",
    readOnly: "off",
    mayMakeTables: true,
    mayMakeSchemas: true,
    mayUseQueue: null,
  };

  it("is fit from PostgreSQL 13 on", () => {
    expect(unfitness(fit, URL)).toBeNull();
    expect(unfitness({ ...fit, version: 130_000 }, URL)).toBeNull();
    expect(unfitness({ ...fit, version: 120_022 }, URL)).toBe(
      "leads to PostgreSQL 12; Settled needs 13 or newer: upgrade the server, or name another",
    );
  });

  it("needs no right to make schemas once the queue's is there", () => {
    expect(unfitness({ ...fit, mayMakeSchemas: false, mayUseQueue: true }, URL)).toBeNull();
    expect(unfitness({ ...fit, mayMakeSchemas: false }, URL)).toContain("GRANT CREATE ON DATABASE");
    expect(unfitness({ ...fit, mayUseQueue: false }, URL)).toContain("ALTER SCHEMA pgboss OWNER TO");
  });

  it("needs the schema public", () => {
    expect(unfitness({ ...fit, mayMakeTables: null, schema: null }, URL)).toContain("CREATE SCHEMA public");
  });
});
