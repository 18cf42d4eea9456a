import type { Locator } from "playwright-core";
import type { MessageId } from "#app/messages/catalogue.ts";
import { seen } from "#test/seen.ts";
import type { Admin } from "./admin.ts";

/** A task's row: the whole of it is the link, and its name begins with the task's. */
export const taskRow = (admin: Admin, task: MessageId): Locator =>
  admin.app.locator("li > a").filter({ has: admin.app.getByText(admin.words.t(task), { exact: true }) });

/** The last badge of a task's row, without the tone it says to those who cannot see it. */
export const taskStatus = async (admin: Admin, task: MessageId): Promise<string> =>
  seen(
    await taskRow(admin, task)
      .locator(".Polaris-Badge")
      .last()
      .evaluate((badge) => badge.lastChild?.textContent ?? ""),
  );
