import { asksForNone, type RequestPhase } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { MailBlock } from "#app/ports/index.ts";

export type MailedRequest = { reference: string; standing: RequestPhase };

/** Where the account's request stands, in a sentence. */
export const requestLine = ({ reference, standing }: MailedRequest, { t }: Translator): MailBlock => ({
  kind: "paragraph",
  text: t("mail.warning.request", { request: standing, reference }),
});

/** The link, and the way without it. While a request is under way no word asks for a second one. */
export function requestLinkBlocks(
  request: MailedRequest | null,
  href: string,
  { t }: Translator,
): MailBlock[] {
  if (!request || !asksForNone(request.standing))
    return [
      { kind: "action", text: t("mail.warning.action"), href },
      { kind: "paragraph", text: t("mail.warning.withoutLink") },
    ];
  const { reference, standing } = request;
  return [
    { kind: "action", text: t("mail.warning.closedAction"), href },
    {
      kind: "paragraph",
      text:
        standing === "ready"
          ? t("mail.warning.closedWithoutLink")
          : t("mail.warning.requestWithoutLink", { reference }),
    },
  ];
}
