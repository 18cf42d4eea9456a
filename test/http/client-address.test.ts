import type { Socket } from "node:net";
import { expect, it } from "vitest";
import { clientAddress } from "#app/http/client-address.ts";

const asked = (forwarded: string | undefined, trusted: number) =>
  clientAddress(
    {
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
      socket: { remoteAddress: "10.0.0.1" } as Socket,
    },
    trusted,
  );

it.each([
  ["no proxy is trusted", "203.0.113.5", 0, "10.0.0.1"],
  ["one proxy wrote its visitor", "203.0.113.5", 1, "203.0.113.5"],
  ["the visitor made some up", "192.0.2.1, 203.0.113.5", 1, "203.0.113.5"],
  ["two proxies stand in front", "192.0.2.1, 203.0.113.5, 10.1.1.1", 2, "203.0.113.5"],
  ["fewer wrote than are trusted", "203.0.113.5", 3, "203.0.113.5"],
  ["nobody wrote anything", undefined, 1, "10.0.0.1"],
])("names the visitor where %s", (_when, forwarded, trusted, address) => {
  expect(asked(forwarded, trusted)).toBe(address);
});
