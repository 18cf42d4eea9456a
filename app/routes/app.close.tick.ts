import type { ActionFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { isTaskKey } from "#app/services/closing/closing-tasks.ts";
import { tickTask } from "#app/services/drafts/tick-task.server.ts";

/** The merchant's word on a task that nobody can check. */
export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const data = await args.request.formData();
  const task = String(data.get("task"));
  if (!isTaskKey(task)) throw new Response(null, { status: 404 });
  await tickTask({ shop, actor, task, done: data.get("done") === "yes" }, deps);
  return { outcome: "kept" };
}

export { routeHeaders as headers } from "#app/components/route-boundary.tsx";
