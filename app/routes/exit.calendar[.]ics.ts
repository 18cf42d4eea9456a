import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { closingCalendar } from "#app/services/closing/closing-calendar.server.ts";

/** The earliest closing date of the visitor's account, in the language of the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request, context);
  const calendar = await closingCalendar(visitor, context.container.deps);
  if (calendar === null) throw redirect("/exit", { headers: PAGE_HEADERS });
  const file = { name: "closing-date.ics", type: "text/calendar; charset=utf-8" };
  return fileAnswer(Buffer.from(calendar), file, PAGE_HEADERS);
}
