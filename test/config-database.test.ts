import { expect, it } from "vitest";
import { DATABASE, problems } from "./production-settings.ts";

it.each([
  ["", "must ask for TLS in production: add ?sslmode=verify-full (docs/postgresql.md)"],
  [
    "?application_name=settled",
    "must ask for TLS in production: add ?sslmode=verify-full (docs/postgresql.md)",
  ],
  ...["disable", "allow", "off", "verify-full&sslmode=disable"].map((mode) => [
    `?sslmode=${mode}`,
    "must ask for TLS in production: write sslmode=verify-full instead (docs/postgresql.md)",
  ]),
  [
    "?sslmode=no-verify",
    "must check the server's certificate in production: write sslmode=verify-full instead, with sslrootcert= for an authority of your own (docs/postgresql.md)",
  ],
  [
    "?sslmode=require&uselibpqcompat=true",
    "must check the server's certificate in production: remove uselibpqcompat=",
  ],
  ["?sslmode=verify-full&sslcert=/a/client.pem", "must contain sslkey= beside sslcert= (docs/postgresql.md)"],
  ["?sslmode=verify-full&sslkey=/a/client.key", "must contain sslcert= beside sslkey= (docs/postgresql.md)"],
])("a database on another machine is not asked with %j at the end of its address", (end = "", message) => {
  expect(problems({ DATABASE_URL: `${DATABASE}${end}` })).toEqual([`DATABASE_URL ${message}`]);
});

it("a host named at the end of the address counts, because it is the one that is asked", () => {
  const url = "postgresql://settled:pa%40ss@localhost:5432/settled?host=db.internal";
  expect(problems({ DATABASE_URL: url })).toEqual([
    "DATABASE_URL must ask for TLS in production: add ?sslmode=verify-full (docs/postgresql.md)",
  ]);
});
