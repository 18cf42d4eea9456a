import { expect, it } from "vitest";
import { ACCOUNT_KINDS, accountFileSchema, EDITIONS } from "#app/domain/index.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { APP_LANGUAGES } from "#sandbox/admin/shop/languages.ts";
import { accountFileSchema as sandboxFile } from "#sandbox/impact/state/account-file.ts";
import { PERSONAS } from "#sandbox/impact/state/categories.ts";

// The sandbox shares no code with the app, so its lists are its own: it must be able to play whatever the app knows.
it("the sandbox plays every edition, every kind of account and every language of the app", () => {
  expect(sandboxFile.shape.edition.options).toEqual([...EDITIONS]);
  expect(sandboxFile.shape.kind.options).toEqual(accountFileSchema.shape.kind.options);
  expect([...PERSONAS]).toEqual([...ACCOUNT_KINDS]);
  expect(Object.keys(APP_LANGUAGES)).toEqual([...LOCALES]);
});
