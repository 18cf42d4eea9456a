import type { ItemQuery, TaskItem } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import type { Deps } from "../deps.ts";
import { balanceView } from "./balance-view.ts";
import { morePlaces, taskLink } from "./impact-links.ts";
import { showClosing } from "./show-closing.server.ts";
import { taskPage, taskRows } from "./task-list.server.ts";

const FIRST_PAGE: ItemQuery = { show: "", search: "", page: 1 };

/** One task of the shop's way out as its page shows it, unless its way does not have that task; null for a shop never seen. */
export async function showTask(
  { shop, key, query = FIRST_PAGE }: { shop: string; key: string; query?: ItemQuery },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const closing = await showClosing({ shop }, deps);
  const task = closing?.tasks.find((each) => each.key === key);
  if (!closing) return null;
  const { view, closingPath, figures } = closing;
  if (!task) return { outcome: "no-task" as const, view };
  const { counts, outlook } = figures();
  return {
    outcome: "task" as const,
    view,
    task,
    route: closingPath.route,
    link: taskLink(task.key, deps.settings.impactAppUrl),
    places: morePlaces(task.key, deps.settings.impactAppUrl),
    /** Whether the merchant's word could count: what was read stands before it while it can be read again. */
    asks: view.connection?.live !== true || task.evidence !== "checked",
    // Partners read English, whatever language the merchant reads.
    partnerComment: task.key === "withdraw-switches" ? translatorFor("en").t("task.comment") : null,
    balance: balanceView(view),
    earliest: closing.closure?.earliestClosing.date ?? null,
    counts,
    outlook,
    items: await taskPage({ view, route: closingPath.route, key: task.key, counts, outlook }, query, deps),
  };
}

/** All things a task's tab and search leave, for a file; null where there is no such list. */
export async function listTask(
  { shop, key, query }: { shop: string; key: string; query: Omit<ItemQuery, "page"> },
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ items: TaskItem[]; currency: string; unread: UnreadList[] } | null> {
  const closing = await showClosing({ shop }, deps);
  const task = closing?.tasks.find((each) => each.key === key);
  if (!closing || !task) return null;
  const { view, closingPath, figures } = closing;
  const asked = { view, route: closingPath.route, key: task.key, ...figures() };
  const items = await taskRows(asked, query, deps);
  return items && { items, currency: view.currency, unread: view.unread };
}
