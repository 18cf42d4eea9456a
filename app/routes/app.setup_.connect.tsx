import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { z } from "zod";
import { ScopesCard } from "#app/components/account/scopes-card.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { failureText } from "#app/messages/failure-text.ts";
import type { ReadFailure } from "#app/ports/index.ts";
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

type Problems = { fields: ("sid" | "token")[]; failure: ReadFailure | null; wait: number | null };

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps, learnName } = await requireShop(args);
  const parsed = form.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => (path[0] === "accountSid" ? "sid" : "token"));
    return json<Problems>({ fields: [...new Set(names)], failure: null, wait: null }, { status: 422 });
  }
  await learnName();
  const result = await connectAccount({ shop, actor, credentials: parsed.data }, deps);
  if (result.outcome === "refused")
    return json<Problems>({ fields: [], failure: result.failure, wait: null }, { status: 422 });
  if (result.outcome === "too-many") {
    const wait = Math.ceil(result.seconds / 60);
    return json<Problems>({ fields: [], failure: null, wait }, { status: 429 });
  }
  return redirect(savedAt(result.asksFacts ? "/app/setup" : "/app"));
}

export const meta = pageTitle("connect.title");

export default function Connect() {
  const { timeZone, connected } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  // What was said of one try does not stand while the next is made.
  const problems = busy ? undefined : answer;
  const translator = useTranslator();
  const { t } = translator;
  const [sid, setSid] = useState("");
  const [token, setToken] = useState("");
  const failure = problems?.failure ?? null;
  const isEntry = failure?.outcome === "unauthorized" || failure?.outcome === "forbidden";
  const messages = [
    ...(problems?.fields ?? []).map((field) => t(`connect.error.${field}`)),
    ...(failure ? [failureText(failure, translator, timeZone)] : []),
    ...(failure && !isEntry ? [t("connect.error.kept")] : []),
    ...(problems?.wait ? [t("connect.error.tooMany", { minutes: problems.wait })] : []),
  ];
  const tokenProblem = problems?.fields.includes("token")
    ? t("connect.error.token")
    : isEntry
      ? failureText(failure, translator, timeZone)
      : undefined;
  return (
    <Page title={t("connect.title")} backAction={{ content: t("nav.setup"), url: "/app/setup" }}>
      <BlockStack gap="400">
        <ErrorSummary
          messages={messages}
          title={failure && !isEntry ? t("connect.error.title") : undefined}
        />
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
                  error={problems?.fields.includes("sid") ? t("connect.error.sid") : undefined}
                />
                <TextField
                  label={t("connect.token")}
                  name="authToken"
                  type="password"
                  value={token}
                  onChange={setToken}
                  autoComplete="off"
                  helpText={t("connect.tokenHelp")}
                  error={tokenProblem}
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
