import {
  leftoversOf,
  notesOf,
  numberLeft,
  reopenings,
  type TaskMove,
  watchTasks,
} from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ShopRow, TaskWatchRow, Work } from "#app/ports/index.ts";
import { loadAccount } from "../account/load-account.server.ts";
import { closingOf } from "../closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";
import { merchantEvents } from "../events/merchant-events.server.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { hasOpenCase } from "./open-case.server.ts";
import { watchCharge } from "./watch-charge.server.ts";

type WatchDeps = Pick<Deps, "db" | "clock" | "settings">;
export type ShopWatch = { reopened: string[]; chargeChanged: boolean };

/**
 * Looks at what the last reading brought: closing tasks that came undone are told once, and a next charge that is
 * another one. Tasks are watched from the first thing a merchant does for closing on (`begin`), or while a case is open.
 */
export async function watchShop(
  input: { shop: string; begin?: boolean },
  deps: WatchDeps,
): Promise<ShopWatch> {
  // Read before the facts: marks never know more than the facts they are compared with.
  const watches = await deps.db.taskWatches.all(input.shop);
  const view = await loadAccount(input, deps);
  if (!view) return { reopened: [], chargeChanged: false };
  const chargeChanged = await watchCharge(view, deps);
  const accountSid = view.connection?.accountSid;
  const ofAccount = watches.filter((watch) => watch.accountSid === accountSid);
  const isOver = view.state === "closed" || accountSid === undefined;
  const tasks = closingOf(view).tasks.map(({ key, status, open }) => ({
    task: key,
    status,
    leftovers: notesOf(open),
  }));
  const reopened = await deps.db.transact(async (work) => {
    if (isOver || ofAccount.length < watches.length) await work.taskWatches.removeAll(input.shop);
    if (isOver) return [];
    const isCase = await hasOpenCase(input.shop, work);
    const isActive = isCase || input.begin === true;
    if (!isActive && ofAccount.length === 0) return [];
    const now = deps.clock.now();
    const seen = ofAccount.length < watches.length ? [] : ofAccount;
    const moved: TaskMove[] = [];
    for (const move of watchTasks(seen, tasks)) {
      const before = seen.find(({ task }) => task === move.after.task) ?? null;
      const next = { ...move.after, accountSid, changedAt: now, wantedAt: before?.wantedAt ?? now };
      if (await work.taskWatches.move(input.shop, before, next)) moved.push(move);
    }
    if (isActive) await work.taskWatches.want(input.shop, now);
    const undone = reopenings(moved).map(({ after }) => after);
    await notify({ shop: view.shop, undone, isCase }, work, deps);
    return undone.map(({ task }) => task);
  });
  return { reopened, chargeChanged };
}

type Telling = { shop: ShopRow; undone: Pick<TaskWatchRow, "task" | "leftovers">[]; isCase: boolean };

/** One event a task, and for an open case one mail that names them all. */
async function notify({ shop, undone, isCase }: Telling, work: Work, deps: WatchDeps): Promise<void> {
  if (undone.length === 0) return;
  const { note } = translatorFor(nearestLocale(shop.locale));
  const events = merchantEvents(work, deps.clock.now());
  for (const { task, leftovers } of undone)
    await events.publish(shop.shop, {
      type: "closing-task-reopened",
      task,
      leftovers: leftovers.map((each) => note(each)),
      count: numberLeft(leftoversOf(leftovers)),
    });
  if (!isCase || !shop.contactEmail || shop.mailStoppedAt) return;
  const now = deps.clock.now();
  const names = undone.map(({ task }) => task);
  const mail = {
    shop: shop.shop,
    purpose: "task-reopened" as const,
    dedupeKey: `task-reopened:${shop.shop}:${names.join(",")}:${now.epochMilliseconds}`,
    recipient: shop.contactEmail,
    locale: shop.locale,
    content: { shopName: shop.name, tasks: undone.map(({ task, leftovers }) => ({ task, leftovers })) },
  };
  await writeMail(mail, work, { now, settings: deps.settings });
}
