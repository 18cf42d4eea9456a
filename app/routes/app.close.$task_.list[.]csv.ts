import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { listTask } from "#app/services/closing/show-task.server.ts";
import { taskItemsCsv } from "#app/services/exports/task-items-csv.ts";

/** The things of a task, as its list is filtered, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const { searchParams } = new URL(args.request.url);
  const key = args.params.task ?? "";
  const query = { show: searchParams.get("show") ?? "", search: searchParams.get("q") ?? "" };
  const list = await listTask({ shop, key, query }, deps);
  if (list === null) throw new Response(null, { status: 404 });
  const translator = translatorFor(nearestLocale(searchParams.get("locale")));
  const file = { name: `${key}.csv`, type: "text/csv; charset=utf-8" };
  return fileAnswer(taskItemsCsv(list, translator), file);
}
