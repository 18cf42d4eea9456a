import type { ActionFunctionArgs } from "@remix-run/node";
import { isTaskKey } from "#app/domain/index.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";

/** "Check again" of one task: reads what that task rests on. The page loads its tasks anew afterwards. */
export async function action(args: ActionFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const task = String((await readForm(args.request)).get("task"));
  if (!isTaskKey(task)) throw new Response(null, { status: 404 });
  return checkTask({ shop, task }, deps);
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
