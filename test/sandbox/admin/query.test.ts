import { describe, expect, it } from "vitest";
import { readOperation } from "#sandbox/admin/shop/query.ts";

describe("readOperation", () => {
  it("reads names, aliases, arguments, variables and comments", () => {
    const document = `mutation Send($payload: JSON!, $first: Int = 5) { # the trigger
      sent: flowTriggerReceive(handle: "a \\"b\\"", payload: $payload, list: [1, true], of: {kind: NEW}) { userErrors { field } } }`;
    expect(readOperation(document, { payload: { x: 1 } })).toEqual({
      kind: "mutation",
      fields: [
        {
          key: "sent",
          name: "flowTriggerReceive",
          args: { handle: 'a "b"', payload: { x: 1 }, list: [1, true], of: { kind: "NEW" } },
          fields: [
            {
              key: "userErrors",
              name: "userErrors",
              args: {},
              fields: [{ key: "field", name: "field", args: {}, fields: [] }],
            },
          ],
        },
      ],
    });
  });

  it.each(["{ shop { id }", "subscription { x }", "{ ...Rest }", ""])("refuses %s", (document) => {
    expect(() => readOperation(document, {})).toThrow(SyntaxError);
  });
});
