import { Badge, Button, InlineStack, Text } from "@shopify/polaris";
import { ArrowLeftIcon } from "@shopify/polaris-icons";
import type { ComponentProps, ReactNode } from "react";
import { WholeReference } from "#app/components/page/whole-reference.tsx";

type Props = {
  title: string;
  badges?: readonly { text: string; tone?: ComponentProps<typeof Badge>["tone"] }[];
  back?: { label: string; url: string };
  /** Freshness, or whose account it is. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/**
 * A page's head with its actions in one row, of equal width on a phone: Polaris folds all but the first into a menu
 * there, and nothing that leads out may hide in a menu.
 */
export function ClosingHead({ title, badges = [], back, meta, actions }: Props) {
  return (
    <header className="closing-head">
      <div className="closing-head-name">
        <InlineStack gap="200" blockAlign="center">
          {back ? (
            <Button variant="tertiary" icon={ArrowLeftIcon} url={back.url} accessibilityLabel={back.label} />
          ) : null}
          <Text as="h1" variant="headingLg">
            <WholeReference text={title} />
          </Text>
          {badges.map(({ text, tone }) => (
            <Badge key={text} {...(tone && { tone })}>
              {text}
            </Badge>
          ))}
        </InlineStack>
        {meta ? <div className="closing-head-meta">{meta}</div> : null}
      </div>
      {actions ? <div className="closing-head-actions">{actions}</div> : null}
    </header>
  );
}
