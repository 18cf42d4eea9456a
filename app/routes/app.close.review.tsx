import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigate, useNavigation } from "@remix-run/react";
import { BlockStack, Card, Link, Page, Text, TextField } from "@shopify/polaris";
import { Freshness } from "#app/components/account/freshness.tsx";
import { ClosingHead } from "#app/components/closing/closing-head.tsx";
import { DraftConflict } from "#app/components/draft/draft-conflict.tsx";
import { DraftStatus } from "#app/components/draft/draft-status.tsx";
import { DraftVersions } from "#app/components/draft/draft-versions.tsx";
import { ReviewChoices } from "#app/components/draft/review-choices.tsx";
import { useDraft } from "#app/components/draft/use-draft.ts";
import { type ChangedText, useShownText } from "#app/components/draft/use-shown-text.ts";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { BeforeSending } from "#app/components/request/before-sending.tsx";
import { RequestSummary } from "#app/components/request/request-summary.tsx";
import { RequestWays } from "#app/components/request/request-ways.tsx";
import { TasksLeft } from "#app/components/request/tasks-left.tsx";
import { MAX_SUBJECT, type TicketFinding } from "#app/domain/index.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { readContent, readShown } from "#app/http/read-draft-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { redirectKeepingQuery, refuseAgency } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { shopLocale } from "#app/services/account/shop-locale.server.ts";
import { standingOf } from "#app/services/account/standing-of.ts";
import { closingFigures } from "#app/services/closing/closing-figures.ts";
import { namedAccounts } from "#app/services/closing/show-closing.server.ts";
import { approveText } from "#app/services/drafts/approve-text.server.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { showDraft } from "#app/services/drafts/show-draft.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import closingStyles from "#app/styles/closing.css?url";

export const links = () => [{ rel: "stylesheet", href: closingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const locale = await shopLocale({ shop }, deps);
  const saved = await showDraft({ shop, actor }, deps);
  const choices = saved.content;
  const drafted = await draftRequest({ shop, locale, choices }, deps);
  if (!drafted) throw new Response(null, { status: 404 });
  const {
    view,
    closure,
    closingPath,
    tasks,
    composedTicket,
    textHashes,
    recipient,
    accounts,
    balance,
    submission: going,
    request,
  } = drafted;
  if (request) throw redirectKeepingQuery(`/app/close/requests/${request.reference}`, args.request);
  refuseAgency(view, args.request);
  return {
    composedTicket,
    proof: going.proof,
    bodyHash: textHashes.body,
    saved,
    timeZone: view.timeZone,
    recipient,
    assistedOnly: deps.settings.channel === "assisted",
    tasks,
    counts: closingFigures(view, { route: closingPath.route, explained: drafted.explained }).counts,
    today: view.today.toString(),
    freshness: pageView(view).freshness,
    route: going.route,
    refund: closure ? [closure.refund.text, ...closure.refund.warnings] : [],
    earliest: closure?.earliestClosing.date ?? null,
    accounts,
    namesAccounts: namedAccounts(drafted) !== "none",
    balance,
    currency: view.currency,
    nextFee: standingOf(view)?.fee.next ?? null,
    signedUpOn: view.facts.signedUpOn ?? null,
    contactEmail: view.shop.contactEmail,
  };
}

type Answer = { findings: TicketFinding[]; changed: ChangedText | null; hours: number | null };

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps, learnName } = await requireShop(args);
  const data = await readForm(args.request);
  const { wantedOn, byHand, claimRefund } = readContent(data);
  const form = { ...readRequestForm(data), byHand, wantedOn };
  const locale = await shopLocale({ shop }, deps);
  const choices = { wantedOn, claimRefund };
  const read = { body: form.body, choices, shown: readShown(data) };
  const approved = await approveText({ shop, locale, ...read }, deps);
  if (!approved) throw new Response(null, { status: 404 });
  if (approved.outcome === "changed") {
    const { body, bodyHash, own } = approved;
    return json<Answer>(
      { findings: [], changed: { body, bodyHash, own, choices }, hours: null },
      { status: 422 },
    );
  }
  await learnName();
  const result = await handOver({ shop, actor, ...approved.submission, ...form }, deps);
  if (result.outcome === "refused")
    return json<Answer>({ findings: result.findings, changed: null, hours: null }, { status: 422 });
  if (result.outcome === "too-many") {
    const hours = Math.ceil(result.seconds / 3_600);
    return json<Answer>({ findings: [], changed: null, hours }, { status: 429 });
  }
  return redirect(`/app/close/requests/${result.reference}`);
}

export const meta = pageTitle("review.title");

export default function Review() {
  const data = useLoaderData<typeof loader>();
  const savedDraft = useDraft(data.saved);
  const answer = useActionData<typeof action>();
  const refused = answer?.findings ?? [];
  const findings = savedDraft.findings.length > 0 ? savedDraft.findings : refused;
  const busy = useNavigation().state !== "idle";
  const navigate = useNavigate();
  const { t } = useTranslator();
  const { content, write } = savedDraft;
  const { byHand } = content;
  const changed = answer?.changed ?? null;
  const { wantedOn, claimRefund } = data.saved.content;
  const loaded = {
    body: data.composedTicket.body,
    bodyHash: data.bodyHash,
    choices: { wantedOn, claimRefund },
  };
  const shown = useShownText(loaded, changed, savedDraft);
  /** A text that is the app's own again follows the facts again. */
  const own = (field: "subject" | "body", text: string) =>
    write({
      [field]: text === { subject: data.composedTicket.subject, body: shown.body }[field] ? null : text,
    });
  const errorOf = (field: string) =>
    findings.filter((each) => each.field === field).map((each) => findingText(each, t))[0];
  return (
    <Page>
      <ClosingHead
        title={t("review.title")}
        back={{ label: t("close.title"), url: "/app/close" }}
        meta={<Freshness {...data.freshness} small />}
      />
      <BlockStack gap="400">
        <ErrorSummary
          messages={[
            ...findings.map((each) => findingText(each, t)),
            ...(answer?.hours ? [t("review.tooMany", { hours: answer.hours })] : []),
            ...(changed ? [t(`review.changed.${changed.own ? "follows" : "edited"}`)] : []),
          ]}
        />
        <DraftConflict savedDraft={savedDraft} timeZone={data.timeZone} />
        <Form method="post" noValidate onBlur={() => void savedDraft.save()}>
          <input type="hidden" name="bodyMark" value={shown.bodyHash} />
          <input type="hidden" name="shownWantedOn" value={shown.choices.wantedOn ?? ""} />
          <input type="hidden" name="shownLeaveOutRefund" value={shown.choices.claimRefund ? "no" : "yes"} />
          <div className="closing-two request-parts">
            <div className="closing-column">
              <Card>
                <BlockStack gap="400">
                  <Text as="h2" variant="headingMd">
                    {t("review.part.text")}
                  </Text>
                  {byHand || data.assistedOnly ? null : <RequestWays {...data} />}
                  <TextField
                    label={t("review.subject")}
                    name="subject"
                    value={content.subject ?? data.composedTicket.subject}
                    onChange={(text) => own("subject", text)}
                    autoComplete="off"
                    maxLength={MAX_SUBJECT}
                    showCharacterCount
                    error={errorOf("subject")}
                  />
                  {byHand || data.assistedOnly ? null : (
                    <BlockStack gap="050">
                      <Text as="p" tone="subdued">
                        {t("review.proof")}
                      </Text>
                      <p lang="en">{data.proof}</p>
                    </BlockStack>
                  )}
                  <div className="review-text">
                    <TextField
                      label={t("review.body")}
                      name="body"
                      value={content.body ?? shown.body}
                      onChange={(text) => own("body", text)}
                      autoComplete="off"
                      multiline={12}
                      helpText={t("review.bodyHelp")}
                      error={errorOf("body")}
                    />
                  </div>
                  <DraftStatus savedDraft={savedDraft} timeZone={data.timeZone} />
                </BlockStack>
              </Card>
            </div>
            <div className="closing-column request-aside">
              <BeforeSending
                route={data.route}
                byHand={byHand || data.assistedOnly}
                contactEmail={data.contactEmail}
                recipient={data.recipient}
                nextFee={data.nextFee && { ...data.nextFee, currency: data.currency, today: data.today }}
                busy={busy}
                leave={async () => (await savedDraft.save()) && navigate("/app/close")}
              />
              <ReviewChoices
                savedDraft={savedDraft}
                earliest={data.earliest}
                refundable={data.route !== "partner-ticket"}
                assistedOnly={data.assistedOnly}
                reasonError={errorOf("reason")}
              />
            </div>
            <div className="closing-column">
              <TasksLeft {...data} />
            </div>
          </div>
        </Form>
        <RequestSummary {...data} />
        <DraftVersions savedDraft={savedDraft} timeZone={data.timeZone} />
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
} from "#app/components/page/route-boundary.tsx";
