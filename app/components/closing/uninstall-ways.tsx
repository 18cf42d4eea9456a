import { Button, Card, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Translator } from "#app/messages/translator.ts";
import type { BeforeUninstallView } from "#app/services/uninstall/show-before-uninstall.server.ts";

type Way = { kicker?: string; title: string; points: string[]; link: string; url: string };

/** Three equal ways with equal buttons. */
export function UninstallWays({ view }: { view: BeforeUninstallView }) {
  const translator = useTranslator();
  const ways = view.request ? sentWays(view.request.reference, translator) : openWays(view, translator);
  return (
    <div className="closing-three">
      {ways.map(({ kicker, title, points, link, url }) => (
        <Card key={title}>
          <div className="way">
            {kicker ? (
              <Text as="p" variant="bodySm" tone="subdued">
                {kicker}
              </Text>
            ) : null}
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            <List>
              {points.map((point) => (
                <List.Item key={point}>{point}</List.Item>
              ))}
            </List>
            <div className="way-button">
              <Button url={url} fullWidth>
                {link}
              </Button>
            </div>
          </div>
        </Card>
      ))}
    </div>
  );
}

/** A sent request needs no second one: look on here, leave, or take it back. */
function sentWays(reference: string, { t }: Translator): Way[] {
  const page = `/app/close/requests/${reference}`;
  return [
    {
      title: t("before.way.keepApp"),
      points: [t("before.way.keepAppFollow"), t("before.way.keepAppText")],
      link: t("close.request.see"),
      url: page,
    },
    {
      title: t("before.way.now"),
      points: [t("before.way.nowFree"), t("before.way.nowLink")],
      link: t("before.way.how"),
      url: "#how",
    },
    {
      title: t("before.way.withdraw"),
      points: [t("before.way.withdrawKeep"), t("before.way.withdrawText")],
      link: t("before.way.withdrawGo"),
      url: `${page}#told-withdrawn`,
    },
  ];
}

/** Leave first, leave later by email, or keep the account. */
function openWays(view: BeforeUninstallView, { t, dated }: Translator): Way[] {
  const { earliest, today, mailStoppedAt, goesOn } = view;
  const isBrand = goesOn === "brand" || goesOn === "other-brand";
  const on =
    earliest === null
      ? []
      : [
          earliest === today
            ? t("before.way.firstToday")
            : t("before.way.firstOn", { on: dated(earliest, today) }),
        ];
  return [
    {
      kicker: t("before.way.leave"),
      title: t("before.do"),
      points: [
        ...(goesOn === "agency"
          ? [t("agency.close.headline")]
          : [t("before.way.firstChecks"), t("before.way.firstFollow")]),
        ...on,
      ],
      // impact.com closes no agency account by a request: each brand has its own.
      link: t(goesOn === "agency" ? "home.closeLink" : "close.review"),
      url: goesOn === "agency" ? "/app/close" : "/app/close/review",
    },
    {
      kicker: t("before.way.leave"),
      title: t("before.way.email"),
      points: mailStoppedAt
        ? [t("before.way.emailStopped")]
        : [t("before.way.emailLink"), t("before.way.emailDays"), t("before.way.emailNoChecks")],
      link: mailStoppedAt ? t("before.mailSwitch") : t("before.way.see"),
      url: mailStoppedAt ? "/app/setup" : "#email",
    },
    {
      kicker: t("before.way.keep"),
      title: t("before.way.only"),
      points: [
        t("before.way.onlyGoesOn"),
        ...(isBrand ? [t("before.way.onlyFees")] : []),
        t("before.way.onlyData"),
      ],
      link: t("before.way.how"),
      url: "#how",
    },
  ];
}
