import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Text } from "@shopify/polaris";
import { AnswerChoice } from "#app/components/page/answer-choice.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Kind } from "#app/domain/account/account.ts";
import { ACCOUNT_ANSWERS, BUTTON_ANSWERS } from "#app/domain/closing-path/closing-path.ts";
import type { ReturnTo } from "#app/http/return-to.ts";
import type { RouteAnswers } from "#app/services/closing/answer-path.server.ts";

export type RouteQuestionsProps = {
  questions: readonly ("account" | "button")[];
  stated: RouteAnswers;
  /** A connected brand account is no partner account. */
  kind: Kind | null;
  unanswered: boolean;
  back: ReturnTo["name"];
};

/** The finder's questions, at most two; answered here, changeable at any time. */
export function RouteQuestions({ questions, stated, kind, unanswered, back }: RouteQuestionsProps) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const error = unanswered ? t("route.error.choose") : null;
  return (
    <Form method="post" action="/app/close/route" noValidate>
      <input type="hidden" name="back" value={back} />
      <BlockStack gap="300" inlineAlign="start">
        {questions.includes("account") ? (
          <BlockStack gap="100">
            <AnswerChoice
              name="account"
              title={t("route.account")}
              chosen={stated.account}
              error={error}
              choices={ACCOUNT_ANSWERS.filter((each) => kind === null || each !== "partner").map((value) => ({
                value,
                label: t(`route.account.${value}`),
              }))}
            />
            <Text as="p" tone="subdued">
              {t(kind === "brand" ? "route.accountHelpBrand" : "route.accountHelp")}
            </Text>
          </BlockStack>
        ) : null}
        {questions.includes("button") ? (
          <BlockStack gap="100">
            <AnswerChoice
              name="button"
              title={t("route.button")}
              chosen={stated.button}
              error={error}
              choices={BUTTON_ANSWERS.map((value) => ({ value, label: t(`route.button.${value}`) }))}
            />
            <Text as="p" tone="subdued">
              {t("route.buttonHelp")}
            </Text>
          </BlockStack>
        ) : null}
        <Button submit loading={busy}>
          {t("trial.decide")}
        </Button>
      </BlockStack>
    </Form>
  );
}
