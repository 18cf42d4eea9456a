import { Button, Card, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { BeforeUninstallView } from "#app/services/uninstall/show-before-uninstall.server.ts";

type Way = { kicker: string; title: string; points: string[]; link: string; url: string };

/** Three equal ways with equal buttons; a sent request leaves two, and offers no second one. */
export function UninstallWays({ view }: { view: BeforeUninstallView }) {
  const { t, dated } = useTranslator();
  const { request, earliest, today, mailStoppedAt, goesOn } = view;
  const isBrand = goesOn === "brand" || goesOn === "other-brand";
  const first: Way = request
    ? {
        kicker: t("before.way.leave"),
        title: t("before.way.now"),
        points: [t("before.way.nowFree"), t("before.way.nowLink")],
        link: t("before.way.how"),
        url: "#how",
      }
    : {
        kicker: t("before.way.leave"),
        title: t("before.do"),
        points: [
          ...(goesOn === "agency"
            ? [t("agency.close.headline")]
            : [t("before.way.firstChecks"), t("before.way.firstFollow")]),
          ...(earliest
            ? [
                earliest === today
                  ? t("before.way.firstToday")
                  : t("before.way.firstOn", { on: dated(earliest, today) }),
              ]
            : []),
        ],
        // impact.com closes no agency account by a request: each brand has its own.
        link: t(goesOn === "agency" ? "home.closeLink" : "close.review"),
        url: goesOn === "agency" ? "/app/close" : "/app/close/review",
      };
  const second: Way = request
    ? {
        kicker: t("before.way.leave"),
        title: t("before.way.keepApp"),
        points: [t("before.way.keepAppFollow"), t("before.way.keepAppText")],
        link: t("close.request.see"),
        url: `/app/close/requests/${request.reference}`,
      }
    : {
        kicker: t("before.way.leave"),
        title: t("before.way.email"),
        points: mailStoppedAt
          ? [t("before.way.emailStopped")]
          : [t("before.way.emailLink"), t("before.way.emailDays"), t("before.way.emailNoChecks")],
        link: mailStoppedAt ? t("before.mailSwitch") : t("before.way.see"),
        url: mailStoppedAt ? "/app/setup" : "#email",
      };
  const third: Way = {
    kicker: t("before.way.keep"),
    title: t("before.way.only"),
    points: [
      t("before.way.onlyGoesOn"),
      ...(isBrand ? [t("before.way.onlyFees")] : []),
      t("before.way.onlyData"),
    ],
    link: t("before.way.how"),
    url: "#how",
  };
  return (
    <div className="closing-three">
      {[first, second, ...(request ? [] : [third])].map((choice) => (
        <Card key={choice.title}>
          <div className="way">
            <Text as="p" variant="bodySm" tone="subdued">
              {choice.kicker}
            </Text>
            <Text as="h2" variant="headingSm">
              {choice.title}
            </Text>
            <List>
              {choice.points.map((point) => (
                <List.Item key={point}>{point}</List.Item>
              ))}
            </List>
            <div className="way-button">
              <Button url={choice.url} fullWidth>
                {choice.link}
              </Button>
            </div>
          </div>
        </Card>
      ))}
    </div>
  );
}
