import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readDetailsForm } from "#app/http/read-details-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { redirectKeepingQuery, refuseAgency } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { savedAt } from "#app/http/saved.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showNamedAccounts } from "#app/services/exit/show-named-accounts.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const named = await showNamedAccounts({ shop }, deps);
  if (!named) throw new Response(null, { status: 404 });
  refuseAgency(named, args.request);
  const back = returnTo(new URL(args.request.url).searchParams.get("back"));
  if (named.fields === "none") throw redirectKeepingQuery(back.url, args.request);
  return { ...named, back };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const data = await readForm(args.request);
  const named = await showNamedAccounts({ shop }, deps);
  if (!named) throw new Response(null, { status: 404 });
  const back = returnTo(data.get("back"));
  if (named.fields === "none") return redirect(back.url);
  const read = readDetailsForm(data, named.fields);
  if (read.outcome === "rejected") return json({ problem: read.problem }, { status: 422 });
  await saveFacts({ shop, actor, facts: read.facts }, deps);
  return redirect(savedAt(back.url));
}

export const meta = pageTitle("details.title");

export default function Details() {
  const data = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const busy = useNavigation().state !== "idle";
  const { t } = useTranslator();
  const [accounts, setAccounts] = useState(data.accounts);
  const error = problem && t(problem.message, problem.values);
  const many = data.fields === "many";
  return (
    <Page title={t("details.title")} backAction={{ content: t(data.back.title), url: data.back.url }}>
      <BlockStack gap="400">
        <ErrorSummary messages={error ? [error] : []} />
        <Card>
          <Form method="post" noValidate>
            <input type="hidden" name="back" value={data.back.name} />
            <BlockStack gap="400" inlineAlign="start">
              {data.connected ? <Text as="p">{t("details.connected", { sid: data.connected })}</Text> : null}
              <TextField
                label={t(many ? "details.accountMany" : "details.accountOne")}
                helpText={t(many ? "details.accountManyHelp" : "details.accountOneHelp")}
                name="accounts"
                value={accounts}
                onChange={setAccounts}
                autoComplete="off"
                multiline={many ? 4 : false}
                error={error}
              />
              <Button submit loading={busy}>
                {t("common.save")}
              </Button>
            </BlockStack>
          </Form>
        </Card>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
