import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { RouteQuestions } from "#app/components/route/route-questions.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { refuseAgency } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { savedAt } from "#app/http/saved.ts";
import { answerPath, readRouteAnswers } from "#app/services/closing/answer-path.server.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  if (!closing) throw new Response(null, { status: 404 });
  refuseAgency(closing.view, args.request);
  const { facts } = closing.view;
  return {
    closingPath: closing.closingPath,
    stated: { account: facts.closingAccount ?? null, button: facts.cancelButton ?? null },
    back: returnTo(new URL(args.request.url).searchParams.get("back")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const data = await readForm(args.request);
  const answers = readRouteAnswers((name) => String(data.get(name) ?? ""));
  const answered = await answerPath({ shop, actor, ...answers }, deps);
  if (answered.outcome !== "saved") return json({ unanswered: true }, { status: 422 });
  return redirect(savedAt(returnTo(data.get("back")).url));
}

export const meta = pageTitle("route.title");

export default function Route() {
  const { closingPath, stated, back } = useLoaderData<typeof loader>();
  const unanswered = useActionData<typeof action>()?.unanswered ?? false;
  const { t, note } = useTranslator();
  const isPartner = closingPath.kind === "partner";
  return (
    <Page title={t("route.title")} backAction={{ content: t(back.title), url: back.url }}>
      <BlockStack gap="400">
        <ErrorSummary messages={unanswered ? [t("route.error.choose")] : []} />
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t(`route.is.${closingPath.route}`)}
            </Text>
            {closingPath.because.map((each) => (
              <Text as="p" key={each.id}>
                {note(each)}
              </Text>
            ))}
            {isPartner ? (
              <Text as="p">{t("route.kindPartner")}</Text>
            ) : (
              <RouteQuestions
                questions={["account", "button"]}
                stated={stated}
                kind={closingPath.kind}
                unanswered={unanswered}
                back={back.name}
              />
            )}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
