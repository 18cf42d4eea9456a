import { Button } from "@shopify/polaris";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** The likeliest next word of the merchant in each state; else the list of all. */
const LIKELY = ["told-answered", "told-refunded"] as const;

type Props = { request: Pick<RequestView, "moves" | "reference" | "state" | "sentAt"> };

/** In the head of a request's page: the document it is opened for, and the answer that is waited for, one press away. */
export function RequestActions({ request }: Props) {
  const { moves } = request;
  const { t } = useTranslator();
  const likely = LIKELY.find((move) => moves.includes(move));
  return (
    <>
      <KeptDocument request={request} />
      {likely ? (
        <Button url={`#${likely}`}>{t(`move.${likely}`)}</Button>
      ) : moves.length > 0 ? (
        <Button url="#moves">{t("overview.request.add")}</Button>
      ) : null}
    </>
  );
}

/** Until the closing, that the request was sent; after it, all that stands behind it. */
function KeptDocument({ request: { reference, state, sentAt } }: Props) {
  const { t, locale } = useTranslator();
  const place = `/app/close/requests/${reference}`;
  if (state === "closed" || state === "refund-received")
    return <DownloadButton label={t("pack.get")} href={`${place}/pack`} />;
  if (sentAt === null) return null;
  return <DownloadButton label={t("receipt.pdf.get")} href={`${place}/receipt.pdf?locale=${locale}`} />;
}
