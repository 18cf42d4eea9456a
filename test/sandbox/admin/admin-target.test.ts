import { describe, expect, it } from "vitest";
import { adminTarget, appPathToAdmin } from "#sandbox/admin/client/admin-target.ts";

const base = { adminBase: "/store/acme/apps/settled", storeBase: "/store/acme", appBase: "" };

describe("addresses of the admin", () => {
  it.each([
    ["/", "/store/acme/apps/settled"],
    ["/?tab=2", "/store/acme/apps/settled?tab=2"],
    ["/app", "/store/acme/apps/settled/app"],
    ["/app/close?step=2", "/store/acme/apps/settled/app/close?step=2"],
  ])("page %s of an app at the root of its host is %s", (path, expected) => {
    expect(appPathToAdmin(path, base)).toBe(expected);
  });

  it.each([
    ["/billing", "/store/acme/apps/settled"],
    ["/billing/", "/store/acme/apps/settled"],
    ["/billing/app/close", "/store/acme/apps/settled/app/close"],
    ["/billings", undefined],
    ["/", undefined],
  ])("page %s of an app under /billing is %s", (path, expected) => {
    expect(appPathToAdmin(path, { ...base, appBase: "/billing" })).toBe(expected);
  });

  it.each([
    ["shopify://admin", "/store/acme"],
    ["shopify://admin/orders", "/store/acme/orders"],
    ["shopify://admin/apps/settled/app/fees", "/store/acme/apps/settled/app/fees"],
    ["https://admin.shopify.com/store/acme/apps/the-key/close", "/store/acme/apps/settled/close"],
    ["shopify://admin/settings", "/store/acme/elsewhere?url=shopify%3A%2F%2Fadmin%2Fsettings"],
    ["https://app.impact.com/", "https://app.impact.com/"],
  ])("the app's way out %s leads to %s", (url, expected) => {
    expect(adminTarget(url, base)).toBe(expected);
  });
});
