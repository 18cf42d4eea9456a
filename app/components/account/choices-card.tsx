import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Checkbox, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Choices } from "#app/services/uninstall/choices.ts";

type Props = {
  choices: Choices;
  hasFees: boolean;
  decided: { name: string; granted: boolean; at: string }[];
  preview: { from: string; subject: string; lines: string[] };
  timeZone: string;
};

const BOXES = ["remindBeforeFees", "keepWatching"] as const;
type Choice = (typeof BOXES)[number];
const BOX_OF: Record<string, Choice> = {
  "remind-before-fees": "remindBeforeFees",
  "keep-watching": "keepWatching",
};

/** What may go on after an uninstall, each unticked until the merchant ticks it, with the mail they would get. */
export function ChoicesCard({ choices, hasFees, decided, preview, timeZone }: Props) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher();
  const [values, setValues] = useState(choices);
  const isOffered = (box: Choice) => hasFees || box !== "remindBeforeFees";
  const dirty = BOXES.some((box) => values[box] !== choices[box]);
  const save = () => {
    const ticked = Object.fromEntries(BOXES.map((box) => [box, values[box] ? "yes" : "no"]));
    fetcher.submit({ intent: "choices", ...ticked }, { method: "post", action: "/app/setup" });
  };
  return (
    <Card>
      <SaveBar id="choices-save-bar" open={dirty && fetcher.state === "idle"}>
        <button type="button" variant="primary" onClick={save}>
          {t("common.save")}
        </button>
        <button type="button" onClick={() => setValues(choices)}>
          {t("common.cancel")}
        </button>
      </SaveBar>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("choices.title")}
          </Text>
          <Text as="p" tone="subdued">
            {t("choices.intro")}
          </Text>
        </BlockStack>
        {BOXES.filter(isOffered).map((box) => (
          <Checkbox
            key={box}
            label={t(`choices.${box}`)}
            helpText={t(`choices.${box}Help`)}
            checked={values[box]}
            onChange={(ticked) => setValues((now) => ({ ...now, [box]: ticked }))}
          />
        ))}
        {decided
          .map((each) => ({ ...each, box: BOX_OF[each.name] ?? "keepWatching" }))
          .filter(({ box }) => isOffered(box))
          .map(({ box, granted, at }) => (
            <Text key={box} as="p" tone="subdued">
              {t(granted ? "choices.granted" : "choices.withdrawn", {
                choice: t(`choices.${box}`),
                when: instant(at, timeZone),
              })}
            </Text>
          ))}
        <MailPreview {...preview} />
      </BlockStack>
    </Card>
  );
}

function MailPreview({ from, subject, lines }: Props["preview"]) {
  const { t } = useTranslator();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t("choices.previewTitle")}
      </Text>
      <Text as="p" tone="subdued">
        {t("choices.previewFrom", { from })}
      </Text>
      <Box padding="400" borderWidth="025" borderColor="border" borderRadius="200">
        <BlockStack gap="200">
          <Text as="p" fontWeight="semibold">
            {subject}
          </Text>
          {lines.map((line) => (
            <Text key={line} as="p">
              {line}
            </Text>
          ))}
        </BlockStack>
      </Box>
    </BlockStack>
  );
}
