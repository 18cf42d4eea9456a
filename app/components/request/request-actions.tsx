import { Button } from "@shopify/polaris";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** The likeliest next word of the merchant in each state; else the list of all. */
const LIKELY = ["told-answered", "told-refunded"] as const;

type Props = { request: Pick<RequestView, "moves" | "reference" | "state" | "sentAt"> };

/** In the head of a request's page: its receipt, and the answer that is waited for, one press away. */
export function RequestActions({ request }: Props) {
  const { moves } = request;
  const { t } = useTranslator();
  const likely = LIKELY.find((move) => moves.includes(move));
  return (
    <>
      <SentReceipt request={request} />
      {likely ? (
        <Button url={`#${likely}`}>{t(`move.${likely}`)}</Button>
      ) : moves.length > 0 ? (
        <Button url="#moves">{t("overview.request.add")}</Button>
      ) : null}
    </>
  );
}

/** That the request was sent, until the account is closed: what counts then stands among the documents. */
function SentReceipt({ request: { reference, state, sentAt } }: Props) {
  const { t, locale } = useTranslator();
  if (sentAt === null || state === "closed" || state === "refund-received") return null;
  const href = `/app/close/requests/${reference}/receipt.pdf?locale=${locale}`;
  return <DownloadButton label={t("receipt.pdf.get")} href={href} />;
}
