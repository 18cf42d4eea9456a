import { BlockStack, Text } from "@shopify/polaris";
import { Why } from "#app/components/account/why.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosureReport } from "#app/domain/index.ts";

/** The day closing is possible first and the cheapest one, each with what still has to come from the card. */
export type ClosingCosts = { earliest: Cost; cheapest: Cost };
type Cost = { date: string; net: string; left: string };

/** Null while the day, the balance or the actions are not known: nobody can say then what is still to pay. */
export function closingCosts({ earliestClosing, costToClose }: ClosureReport): ClosingCosts | null {
  const on = (date: string | null): Cost | null => {
    const day = costToClose.days.find((each) => each.date === date);
    return day?.net == null || day.expectedRefund === null
      ? null
      : { date: day.date, net: day.net, left: day.expectedRefund };
  };
  const [earliest, cheapest] = [on(earliestClosing.date), on(costToClose.cheapest)];
  return earliest && cheapest && { earliest, cheapest };
}

const isMore = (net: string) => /[1-9]/.test(net) && !net.startsWith("-");

/** What closing on the earliest day still costs, and whether another day within the next 90 costs less. */
export function ClosingCost({ costs, currency }: { costs: ClosingCosts; currency: string }) {
  const { t, money, date } = useTranslator();
  const { earliest, cheapest } = costs;
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Text as="p">
        {isMore(earliest.net)
          ? t("cost.more", { amount: money(earliest.net, currency) })
          : isMore(earliest.left)
            ? t("cost.covered", { amount: money(earliest.left, currency) })
            : t("cost.free")}
      </Text>
      <Text as="p">
        {cheapest.date === earliest.date
          ? t("cost.cheapestNow")
          : t("cost.cheapest", { on: date(cheapest.date) })}
      </Text>
      <Why figure={`closure.costToClose.days.${earliest.date}.net`} label={t("cost.label")} />
    </BlockStack>
  );
}
