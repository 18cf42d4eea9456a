import { translatorFor } from "#app/messages/messages.server.ts";
import type { Deps } from "../deps.ts";
import { balanceView } from "./balance-view.ts";
import { taskLink } from "./impact-links.ts";
import { showClosing } from "./show-closing.server.ts";

/** One task of the shop's way out as its page shows it, unless its way does not have that task; null for a shop never seen. */
export async function showTask(
  { shop, key }: { shop: string; key: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const closing = await showClosing({ shop }, deps);
  const task = closing?.tasks.find((each) => each.key === key);
  if (!closing) return null;
  const { view, way } = closing;
  if (!task) return { outcome: "no-task" as const, view };
  return {
    outcome: "task" as const,
    view,
    task,
    route: way.route,
    link: taskLink(task.key, deps.settings.impactAppUrl),
    /** Whether the merchant's word could count: what was read stands before it while it can be read again. */
    asks: view.connection?.live !== true || task.evidence !== "checked",
    // Partners read English, whatever language the merchant reads.
    partnerComment: task.key === "withdraw-switches" ? translatorFor("en").t("task.comment") : null,
    balance: balanceView(view),
  };
}
