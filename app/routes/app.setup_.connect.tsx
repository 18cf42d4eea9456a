import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { z } from "zod";
import { type ConnectAnswer, connectProblems } from "#app/components/account/connect-problems.ts";
import { ScopesCard } from "#app/components/account/scopes-card.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { showConnect } from "#app/services/connection/show-connect.server.ts";

const form = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{8,64}$/),
  authToken: z.string().trim().min(1).max(512),
});

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  return showConnect({ shop }, deps);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps, learnName } = await requireShop(args);
  const parsed = form.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => (path[0] === "accountSid" ? "sid" : "token"));
    return json<ConnectAnswer>({ fields: [...new Set(names)], failure: null, wait: null }, { status: 422 });
  }
  await learnName();
  const result = await connectAccount({ shop, actor, credentials: parsed.data }, deps);
  if (result.outcome === "refused")
    return json<ConnectAnswer>({ fields: [], failure: result.failure, wait: null }, { status: 422 });
  if (result.outcome === "too-many") {
    const wait = Math.ceil(result.seconds / 60);
    return json<ConnectAnswer>({ fields: [], failure: null, wait }, { status: 429 });
  }
  return redirect(savedAt(result.asksFacts ? "/app/setup" : "/app"));
}

export const meta = pageTitle("connect.title");

export default function Connect() {
  const { timeZone, connected } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const translator = useTranslator();
  const { t } = translator;
  const problems = connectProblems(answer, { isTrying: busy, timeZone }, translator);
  const [sid, setSid] = useState("");
  const [token, setToken] = useState("");
  return (
    <Page title={t("connect.title")} backAction={{ content: t("nav.setup"), url: "/app/setup" }}>
      <BlockStack gap="400">
        <ErrorSummary messages={problems.messages} title={problems.title} />
        <Card>
          <BlockStack gap="400">
            <Text as="p">{t("connect.intro")}</Text>
            {connected ? <Text as="p">{t("connect.replaces", { last4: connected })}</Text> : null}
            <Form method="post" noValidate>
              <FormLayout>
                <TextField
                  label={t("connect.sid")}
                  name="accountSid"
                  value={sid}
                  onChange={setSid}
                  autoComplete="off"
                  helpText={t("connect.sidHelp")}
                  error={problems.sid}
                />
                <TextField
                  label={t("connect.token")}
                  name="authToken"
                  type="password"
                  value={token}
                  onChange={setToken}
                  autoComplete="off"
                  helpText={t("connect.tokenHelp")}
                  error={problems.token}
                />
                <InlineStack gap="300">
                  <Button submit variant="primary" loading={busy}>
                    {t("connect.submit")}
                  </Button>
                  <Button url="/app/setup">{t("connect.without")}</Button>
                </InlineStack>
                <Text as="p" tone="subdued">
                  {t("connect.withoutHelp")}
                </Text>
              </FormLayout>
            </Form>
          </BlockStack>
        </Card>
        <ScopesCard />
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
