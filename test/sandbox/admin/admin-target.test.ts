import { describe, expect, it } from "vitest";
import { adminTarget, appPathToAdmin } from "#sandbox/admin/client/admin-target.ts";

const base = { adminBase: "/store/acme/apps/settled", storeBase: "/store/acme" };

describe("addresses of the admin", () => {
  it.each([
    ["/app", "/store/acme/apps/settled"],
    ["/app/", "/store/acme/apps/settled"],
    ["/app/close?step=2", "/store/acme/apps/settled/close?step=2"],
    ["/app?index", "/store/acme/apps/settled?index"],
    ["/apple", undefined],
    ["/auth/session-token", undefined],
  ])("app page %s is %s", (path, expected) => {
    expect(appPathToAdmin(path, base.adminBase)).toBe(expected);
  });

  it.each([
    ["shopify://admin", "/store/acme"],
    ["shopify://admin/orders", "/store/acme/orders"],
    ["shopify://admin/apps/settled/app/fees", "/store/acme/apps/settled/fees"],
    ["https://admin.shopify.com/store/acme/apps/the-key/close", "/store/acme/apps/settled/close"],
    ["shopify://admin/settings", "/store/acme/elsewhere?url=shopify%3A%2F%2Fadmin%2Fsettings"],
    ["https://app.impact.com/", "https://app.impact.com/"],
  ])("the app's way out %s leads to %s", (url, expected) => {
    expect(adminTarget(url, base)).toBe(expected);
  });
});
