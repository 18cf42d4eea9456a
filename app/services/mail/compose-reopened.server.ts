import { z } from "zod";
import { TASK_KEYS } from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";
import { foreignName, foreignText } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";

const note = z.object({
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const content = z.object({
  shopName: foreignName,
  tasks: z.array(z.object({ task: z.enum(TASK_KEYS), leftovers: z.array(note) })).min(1),
});

/** Values that are read before they are shown; every other text may be a name that somebody else chose. */
const READ = /(Amount|On|Month|^currency)$/;

const quiet = ({ id, values = {} }: z.infer<typeof note>) => ({
  id,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && !READ.test(name) ? foreignText(value) : value,
    ]),
  ),
});

/** A closing task came undone. Dropped when e-mails were stopped or everything is done again by the time it goes. */
export async function composeReopened(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const { shopName, tasks } = content.parse(row.content);
  const shop = await deps.db.shops.find(row.shop);
  if (!shop || shop.mailStoppedAt) return { outcome: "drop", reason: "e-mails stopped" };
  const watches = await deps.db.taskWatches.all(row.shop);
  const open = tasks.filter(({ task }) => watches.some((watch) => watch.task === task && watch.reopened));
  const [first] = open;
  if (!first) return { outcome: "drop", reason: "done again" };
  const issue = (purpose: "finish" | "stop-mail") => issueLink({ shop: row.shop, purpose }, deps);
  const links = { finish: await issue("finish"), stop: await issue("stop-mail") };
  const { t, note: say } = translatorFor(nearestLocale(row.locale));
  const text = {
    subject: t("mail.reopened.subject", { count: open.length, task: t(`close.task.${first.task}`) }),
    blocks: [
      { kind: "strong" as const, text: t("mail.reopened.lead", { shopName }) },
      {
        kind: "list" as const,
        items: open.flatMap(({ task, leftovers }) =>
          leftovers.map((each) =>
            t("mail.reopened.item", { task: t(`close.task.${task}`), leftover: say(quiet(each)) }),
          ),
        ),
      },
      { kind: "paragraph" as const, text: t("mail.reopened.meaning") },
      { kind: "action" as const, text: t("mail.reopened.action"), href: links.finish },
      { kind: "small" as const, text: t("mail.reopened.why") },
      { kind: "small-link" as const, text: t("mail.stop"), href: links.stop },
      ...footer(t, deps.settings),
    ],
  };
  return { outcome: "mail", mail: serviceMail(row, text, links.stop) };
}
