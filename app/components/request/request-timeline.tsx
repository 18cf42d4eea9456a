import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { byText } from "#app/messages/by-text.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Event = RequestView["events"][number];
type Props = { events: Event[]; timeZone: string };

/** Every step with when, who and how sure; oldest first, along one line. */
export function RequestTimeline({ events, timeZone }: Props) {
  const { t } = useTranslator();
  const isFirst = ({ ticketNumber }: Event, index: number) =>
    events.findIndex((each) => each.ticketNumber === ticketNumber) === index;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("receipt.history")}
        </Text>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {events.map((event, index) => (
            <li key={event.at + event.trigger}>
              <Box
                borderInlineStartWidth="050"
                borderColor={index === events.length - 1 ? "border-emphasis" : "border"}
                paddingInlineStart="400"
                paddingBlockEnd="400"
              >
                <Step event={event} timeZone={timeZone} showsTicket={isFirst(event, index)} />
              </Box>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function Step({ event, timeZone, showsTicket }: { event: Event; timeZone: string; showsTicket: boolean }) {
  const { t, instant } = useTranslator();
  return (
    <BlockStack gap="050">
      <Text as="p" fontWeight="semibold">
        {t(`receipt.event.${event.trigger}`, { to: event.to })}
      </Text>
      <Text as="p" tone="subdued">
        {instant(event.at, timeZone)} · <bdi>{byText(event, t)}</bdi> · {t(`receipt.level.${event.level}`)}
      </Text>
      {event.ticketNumber && showsTicket ? (
        <Text as="p">{t("receipt.ticketNumber", { number: event.ticketNumber })}</Text>
      ) : null}
      {event.said ? <Text as="p">{t("status.said", { said: event.said })}</Text> : null}
      {event.words ? (
        <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          <bdi>{event.words}</bdi>
        </div>
      ) : null}
    </BlockStack>
  );
}
