import { failureText } from "#app/messages/failure-text.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ReadFailure } from "#app/ports/index.ts";

/** What the last try to connect came to: entries that are none, impact.com's refusal, or minutes to wait. */
export type ConnectAnswer = { fields: ("sid" | "token")[]; failure: ReadFailure | null; wait: number | null };

type Shown = {
  messages: string[];
  /** A fault of the other side is nobody's entry, and has a title of its own. */
  title: string | undefined;
  sid: string | undefined;
  token: string | undefined;
};

/** What the page says of the last try. Nothing of it stands while the next is made, for which impact.com has its time. */
export function connectProblems(
  answer: ConnectAnswer | undefined,
  { isTrying, timeZone }: { isTrying: boolean; timeZone: string },
  translator: Translator,
): Shown {
  if (!answer || isTrying) return { messages: [], title: undefined, sid: undefined, token: undefined };
  const { t } = translator;
  const { fields, failure, wait } = answer;
  const isEntry = failure?.outcome === "unauthorized" || failure?.outcome === "forbidden";
  const refusal = failure ? failureText(failure, translator, timeZone) : undefined;
  return {
    messages: [
      ...fields.map((field) => t(`connect.error.${field}`)),
      ...(refusal ? [refusal] : []),
      ...(failure && !isEntry ? [t("connect.error.kept")] : []),
      ...(wait ? [t("connect.error.tooMany", { minutes: wait })] : []),
    ],
    title: failure && !isEntry ? t("connect.error.title") : undefined,
    sid: fields.includes("sid") ? t("connect.error.sid") : undefined,
    token: fields.includes("token") ? t("connect.error.token") : isEntry ? refusal : undefined,
  };
}
