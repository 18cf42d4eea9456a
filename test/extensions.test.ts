import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { MerchantEvent } from "#app/ports/index.ts";
import { flowCall } from "#app/services/events/flow-payload.ts";

const FOLDER = "extensions";
const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/**
 * Shopify's own offline check lets unknown keys and field types pass (`npm run extensions`); here they do not. Limits
 * are those of the Flow trigger reference: a handle of 30 characters, keys of letters and blanks.
 */
const triggerFile = z.strictObject({
  extensions: z.tuple([
    z.strictObject({
      name: z.string().min(1).max(50),
      type: z.literal("flow_trigger"),
      handle: z.string().regex(/^[a-z-]{1,30}$/),
      description: z.string().min(1).max(255),
    }),
  ]),
  settings: z.strictObject({
    fields: z.array(
      z.strictObject({
        type: z.enum(["boolean", "email", "single_line_text_field", "url", "number_decimal"]),
        key: z.string().regex(/^[A-Za-z]+( [A-Za-z]+)*$/),
      }),
    ),
  }),
});
const read = (name: string) =>
  triggerFile.parse(parse(readFileSync(path.join(FOLDER, name, "shopify.extension.toml"), "utf8")));

/** Every event with all it can say. */
const EVENTS: { [Type in MerchantEvent["type"]]: Extract<MerchantEvent, { type: Type }> } = {
  "next-charge-changed": {
    type: "next-charge-changed",
    amount: { minor: 3000, currency: "USD" },
    on: "2026-07-01",
  },
  "closing-task-reopened": {
    type: "closing-task-reopened",
    task: "expire-contracts",
    leftovers: ["S-1"],
    count: 1,
  },
  "alert-crossed": {
    type: "alert-crossed",
    alert: "monthly-fee",
    amount: { minor: 14061, currency: "USD" },
    limitMinor: 10000,
    on: "2026-08-01",
    movedDays: 7,
  },
  "closing-request-status-changed": {
    type: "closing-request-status-changed",
    reference: "SET-7KQ2-M9XD",
    state: "sent",
    at: "2026-06-21T09:00:00Z",
  },
};

describe("the Flow triggers in extensions", () => {
  it("are one for each event there is, in a folder of its name", () => {
    expect(names.sort()).toEqual(Object.keys(EVENTS).sort());
    for (const name of names) expect(read(name).extensions[0].handle).toBe(name);
  });

  it.each(Object.values(EVENTS))("declare exactly what is sent of $type", (event) => {
    const { handle, payload } = flowCall({ id: "an-id", event });
    const { fields } = read(handle).settings;
    expect(Object.keys(payload).sort()).toEqual(fields.map(({ key }) => key).sort());
    for (const { key, type } of fields)
      expect(typeof payload[key], key).toBe(type === "number_decimal" ? "number" : "string");
  });
});
