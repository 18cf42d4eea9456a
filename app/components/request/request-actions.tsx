import { Button } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** The likeliest next word of the merchant in each state; else the list of all. */
const LIKELY = ["told-answered", "told-refunded"] as const;

/** In the head of a request's page: the answer that is waited for, one press away. */
export function RequestActions({ moves }: Pick<RequestView, "moves">) {
  const { t } = useTranslator();
  const likely = LIKELY.find((move) => moves.includes(move));
  if (moves.length === 0) return null;
  return likely ? (
    <Button url={`#${likely}`}>{t(`move.${likely}`)}</Button>
  ) : (
    <Button url="#moves">{t("overview.request.add")}</Button>
  );
}
