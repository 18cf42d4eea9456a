import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitField } from "#app/components/exit/exit-field.tsx";
import { type ExitProblem, ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { countOf, secondsToWait } from "#app/http/rate-limited-link.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readStoreAddress } from "#app/http/read-store-address.ts";
import { PAGE_HEADERS } from "#app/http/visitor.server.ts";
import { requestNewLink } from "#app/services/exit/request-new-link.server.ts";

const tooMany = (seconds: number) => ({ status: 429, headers: { "retry-after": String(seconds) } });
const minutesOf = (seconds: number) => Math.ceil(seconds / 60);

export async function loader({ context }: LoaderFunctionArgs) {
  const seconds = await secondsToWait("wrong-link", context);
  return seconds === null ? json({ wait: null }) : json({ wait: minutesOf(seconds) }, tooMany(seconds));
}

/** Always the same answer, known store or not: nobody learns here which stores we know. A network may ask 10 times an hour. */
export async function action({ request, context }: ActionFunctionArgs) {
  const data = await readForm(request);
  const answer = { sent: false, wait: null as number | null, wrong: null as string | null };
  const shop = readStoreAddress(data);
  if (shop === null) return json({ ...answer, wrong: String(data.get("shop") ?? "") }, { status: 422 });
  const seconds = await countOf("new-link", context);
  if (seconds !== null) return json({ ...answer, wait: minutesOf(seconds) }, tooMany(seconds));
  await requestNewLink({ shop }, context.container.deps);
  return json({ ...answer, sent: true });
}

const MANUAL_STEPS = [
  "exit.manual1",
  "exit.manualTrial",
  "exit.manual2",
  "exit.manual3",
  "exit.manual4",
] as const;

export default function ExitLink() {
  const { wait } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const wrong = answer?.wrong ?? null;
  const problems: ExitProblem[] = [
    ...(wait === null ? [] : [t("exit.tooManyLinks", { minutes: wait })]),
    ...(answer?.wait ? [t("exit.tooManyRequests", { minutes: answer.wait })] : []),
    ...(wrong === null ? [] : [{ field: "shop", text: t("exit.shopWrong") }]),
  ];
  return (
    <>
      <h1>{t("exit.ended")}</h1>
      <ExitProblems problems={problems} title={wrong === null ? "exit.wait" : "error.summary"} />
      <p>{t("exit.endedBody")}</p>
      {answer?.sent ? (
        <p role="status">
          <strong>{t("exit.linkSent")}</strong>
        </p>
      ) : null}
      <form method="post">
        <ExitField
          name="shop"
          label={t("exit.shop")}
          help={t("exit.shopHelp")}
          value={wrong ?? ""}
          error={wrong !== null ? t("exit.shopWrong") : undefined}
        />
        <p className="actions">
          <button type="submit" className="button">
            {t("exit.sendLink")}
          </button>
        </p>
      </form>
      <h2>{t("exit.manual")}</h2>
      <ol>
        {MANUAL_STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </>
  );
}

export const meta = exitTitle("exit.ended");
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) => {
  const retryAfter = actionHeaders.get("retry-after") ?? loaderHeaders.get("retry-after");
  return { ...PAGE_HEADERS, ...(retryAfter ? { "retry-after": retryAfter } : {}) };
};
