import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { CODE_MINUTES, codeFor, isCode } from "../exit/exit-code.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";
import { serviceMail } from "./service-mail.ts";

const content = z.object({ codeId: z.string(), visit: z.string() });

/** The code for one visit, if it can still be entered when it goes out; nobody is sent a code that opens nothing. */
export async function composeExitCode(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const { codeId, visit } = content.parse(row.content);
  const stored = await deps.db.exitCodes.find(row.shop, visit);
  const key = deps.settings.secrets.codes.find(
    (each) => stored && isCode(codeFor(codeId, each), visit, stored.codeMac, each),
  );
  if (!stored || key === undefined)
    return { outcome: "drop", reason: "a newer code took its place, or it was used" };
  if (Temporal.Instant.compare(deps.clock.now(), stored.expiresAt) >= 0)
    return { outcome: "drop", reason: "the code ran out before it could be sent" };
  const { t } = translatorFor(nearestLocale(row.locale));
  const text = {
    subject: t("mail.exitCode.subject"),
    blocks: [
      { kind: "paragraph" as const, text: t("mail.exitCode.body", { minutes: CODE_MINUTES }) },
      { kind: "code" as const, text: codeFor(codeId, key) },
      { kind: "small" as const, text: t("mail.exitCode.ignore") },
      ...footer(t, deps.settings),
    ],
  };
  return { outcome: "mail", mail: serviceMail(row, text, null) };
}
