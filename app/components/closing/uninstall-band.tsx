import { Card } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingPageView } from "#app/http/closing-page.server.ts";
import { Band } from "./band.tsx";

type Banded = Pick<ClosingPageView, "request" | "standing"> & {
  route: { closingPath: Pick<ClosingPageView["route"]["closingPath"], "route"> };
};

/** What uninstalling does not do, with its price; neutral where nothing costs, or a request is sent. */
export function UninstallBand({ view }: { view: Banded }) {
  const { t, money } = useTranslator();
  const { request, route, standing } = view;
  if (request) return <Alone title={t("closing.band.sent")} text={t("closing.band.sentText")} neutral />;
  if (route.closingPath.route === "partner-ticket")
    return <Alone title={t("closing.band.title")} text={t("closing.band.partner")} neutral />;
  const text = standing
    ? t("closing.band.cost", {
        bound: standing.staying.minimum.bound,
        perMonth: money(standing.staying.minimum.perMonth, standing.currency),
        perYear: money(standing.staying.minimum.perYear, standing.currency),
      })
    : t("closing.band.plain");
  const usual = standing?.staying.lastMonths;
  return (
    <Alone
      title={t("closing.band.title")}
      text={text}
      more={
        standing && usual
          ? t("before.goesOn.lastMonths", { amount: money(usual.perMonth, standing.currency) })
          : null
      }
    />
  );
}

const Alone = (props: { title: string; text: string; more?: string | null; neutral?: boolean }) => (
  <Card padding="0">
    <Band {...props} alone />
  </Card>
);
