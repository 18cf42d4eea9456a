import type { ClosingPath } from "#app/domain/closing-path/closing-path.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

/** impact.com's own answers (S0, S1, S2), in the order in which people ask. */
const QUESTIONS = ["contracts", "links", "data", "refund", "fees", "several", "user", "uninstall"] as const;

/** What concerns a partner, with answers of its own where the brand's would be wrong: a partner is billed nothing. */
const PARTNER_QUESTIONS = ["contracts", "links", "data", "several", "user", "uninstall"] as const;
const PARTNER_ANSWERS: Partial<Record<Question, MessageId>> = {
  contracts: "questions.contracts.answer.partner",
  uninstall: "questions.uninstall.answer.partner",
};

type Question = (typeof QUESTIONS)[number];

/** S0's refund texts are Starter's alone; of any other brand account S1 says what is paid back. */
const answerOn = (route: ClosingPath, question: Question): MessageId => {
  if (route === "brand-ticket" && question === "refund") return "questions.refund.answer.brand";
  return (route === "partner-ticket" && PARTNER_ANSWERS[question]) || `questions.${question}.answer`;
};

/** Each question with its answer, as they are for the way out. */
export const questionsOn = (route: ClosingPath): { title: MessageId; answer: MessageId }[] => {
  const isPartner = route === "partner-ticket";
  return (isPartner ? PARTNER_QUESTIONS : QUESTIONS).map((question) => ({
    title: `questions.${question}`,
    answer: answerOn(route, question),
  }));
};

/** How to come back (S0, G30). */
export const WAYS_BACK = [
  "questions.back.subscription",
  "questions.back.list",
  "questions.back.closed",
] as const;
