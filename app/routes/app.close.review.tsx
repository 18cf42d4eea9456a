import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Link,
  Page,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Inset } from "#app/components/inset.tsx";
import { RequestSummary } from "#app/components/request-summary.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { draftRequest } from "#app/services/closing/draft-request.server.ts";
import { handOver } from "#app/services/closing/hand-over.server.ts";
import { MAX_SUBJECT } from "#app/services/closing/ticket-lint.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const record = await deps.db.shops.find(shop);
  const drafted = await draftRequest({ shop, locale: nearestLocale(record?.locale) }, deps);
  if (!drafted) throw new Response(null, { status: 404 });
  const { view, closure, tasks, draft, recipient, accounts, balance, record: going, request } = drafted;
  if (request) throw redirect(`/app/requests/${request.reference}`);
  return {
    draft,
    recipient,
    assistedOnly: deps.settings.channel === "assisted",
    tasks,
    route: going.route,
    wantedOn: going.wantedOn,
    refund: closure?.refund.text ?? null,
    accounts,
    balance,
    currency: view.currency,
    signedUpOn: view.facts.signedUpOn ?? null,
    contactEmail: view.shop.contactEmail,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const data = await args.request.formData();
  const form = { ...readRequestForm(data), byHand: data.get("byHand") === "yes" };
  const drafted = await draftRequest({ shop, locale: "en" }, deps);
  if (!drafted) throw new Response(null, { status: 404 });
  const result = await handOver({ shop, actor, ...drafted.record, ...form }, deps);
  if (result.outcome === "refused") return json({ findings: result.findings }, { status: 422 });
  return redirect(`/app/requests/${result.reference}`);
}

export default function Review() {
  const data = useLoaderData<typeof loader>();
  const findings = useActionData<typeof action>()?.findings ?? [];
  const busy = useNavigation().state !== "idle";
  const { t } = useTranslator();
  const [subject, setSubject] = useState(data.draft.subject);
  const [body, setBody] = useState(data.draft.body);
  const [reason, setReason] = useState("");
  const [byHand, setByHand] = useState(false);
  const errorOf = (field: string) =>
    findings.filter((each) => each.field === field).map((each) => findingText(each, t))[0];
  return (
    <Page title={t("review.title")} backAction={{ content: t("close.title"), url: "/app/close" }}>
      <BlockStack gap="400">
        <ErrorSummary messages={findings.map((each) => findingText(each, t))} />
        <RequestSummary {...data} />
        <Card>
          <Form method="post" noValidate>
            <BlockStack gap="400">
              <TextField
                label={t("review.subject")}
                name="subject"
                value={subject}
                onChange={setSubject}
                autoComplete="off"
                maxLength={MAX_SUBJECT}
                showCharacterCount
                error={errorOf("subject")}
              />
              <TextField
                label={t("review.body")}
                name="body"
                value={body}
                onChange={setBody}
                autoComplete="off"
                multiline={12}
                helpText={t("review.bodyHelp")}
                error={errorOf("body")}
              />
              <TextField
                label={t("review.reason")}
                name="reason"
                value={reason}
                onChange={setReason}
                autoComplete="off"
                multiline={2}
                helpText={t("review.reasonHelp")}
                error={errorOf("reason")}
              />
              {data.assistedOnly ? null : (
                <Checkbox
                  label={t("review.byHand")}
                  helpText={t("review.byHandHelp")}
                  name="byHand"
                  value="yes"
                  checked={byHand}
                  onChange={setByHand}
                />
              )}
              <BlockStack gap="200">
                <Text as="p">
                  {byHand || data.assistedOnly
                    ? t("review.nextByHand")
                    : data.contactEmail
                      ? t("review.next", { recipient: data.recipient, email: data.contactEmail })
                      : t("review.nextNoEmail", { recipient: data.recipient })}
                </Text>
                <Text as="p">{t(`review.irreversible.${data.route}`)}</Text>
                <Text as="p">{t(`review.until.${data.route}`)}</Text>
              </BlockStack>
              <InlineStack gap="300">
                <Button submit variant="primary" loading={busy}>
                  {t("review.submit")}
                </Button>
                <Button url="/app/close">{t("review.leave")}</Button>
              </InlineStack>
            </BlockStack>
          </Form>
        </Card>
        <Inset>
          <Link url="/app/close/questions">{t("questions.title")}</Link>
        </Inset>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/route-boundary.tsx";
