import type { ReactNode } from "react";
import { WholeReference } from "#app/components/page/whole-reference.tsx";

/** "now" is where the account is; "charge" a day on which the card is charged. */
export type DatedStep = {
  key: string;
  mark: "done" | "now" | "ahead" | "charge";
  day: string;
  text: ReactNode;
  detail?: string | null;
  link?: ReactNode;
};

/** What happened and what comes, by day. */
export function DatedSteps({ steps }: { steps: readonly DatedStep[] }) {
  return (
    <ol className="money-steps">
      {steps.map(({ key, mark, day, text, detail, link }) => (
        <li key={key}>
          <span className={`money-step money-step-${mark}`} aria-hidden="true" />
          <span className="money-step-day">{day}</span>
          <span>
            {text}
            {detail ? (
              <span className="money-detail">
                {" "}
                <WholeReference text={detail} />
              </span>
            ) : null}
          </span>
          {link ?? <span />}
        </li>
      ))}
    </ol>
  );
}
