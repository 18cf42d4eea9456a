import { Badge, Card, Link } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Why } from "#app/components/account/why.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WholeReference } from "#app/components/page/whole-reference.tsx";
import { beforeFigure, spaced } from "#app/messages/close-up.ts";

export type FactValue = {
  /** "about" and its like, in small before the value. */
  mark?: string | null;
  text: string;
};

/** What leads on from a fact: the explanation of its figure, or another page. */
export type FactFoot = { figure: string } | { link: string; url: string } | null;

export type Fact = {
  label: string;
  value: FactValue;
  notes: readonly string[];
  foot: FactFoot;
  best?: boolean;
};

type Props = {
  lead: Fact & { badge?: string | null };
  facts: readonly Fact[];
  /** The lead in a row of its own, where it is a sentence. */
  stacked?: boolean;
  /** The last part of the card, as the sentence on uninstalling. */
  children?: ReactNode;
};

/** The verdict and the facts beside it, of one size each; on a phone they are rows. */
export function Facts({ lead, facts, stacked = false, children }: Props) {
  return (
    <Card padding="0">
      <div className={stacked ? "facts facts-stacked" : `facts facts-${facts.length}`}>
        <div className="fact fact-lead">
          <h2>
            <span className="fact-label">
              {lead.label} {lead.badge ? <Badge>{lead.badge}</Badge> : null}
            </span>{" "}
            <span className="fact-value">
              <Value {...lead.value} />
            </span>
          </h2>
          <div className="fact-notes">
            {lead.notes.map((note) => (
              <p key={note}>
                <WholeReference text={note} />
              </p>
            ))}
          </div>
          <div className="fact-foot">
            <Foot {...lead} />
          </div>
        </div>
        {facts.map((fact) => (
          <OneFact key={fact.label} {...fact} />
        ))}
      </div>
      {children}
    </Card>
  );
}

/** Facts of one weight, side by side, as a part of a card; `last` where nothing follows in it. */
export function FactRow({ facts, last = false }: { facts: readonly Fact[]; last?: boolean }) {
  return (
    <div className={last ? "facts facts-even facts-foot" : "facts facts-even"}>
      {facts.map((fact) => (
        <OneFact key={fact.label} {...fact} />
      ))}
    </div>
  );
}

function OneFact(fact: Fact) {
  return (
    <dl className="fact">
      <dt>{fact.label}</dt>
      <dd className="fact-value">
        {fact.best ? <span className="fact-dot" aria-hidden="true" /> : null}
        <Value {...fact.value} />
      </dd>
      <dd className="fact-notes">
        {fact.notes.map((note) => (
          <span key={note}>
            <WholeReference text={spaced(note)} />
          </span>
        ))}
      </dd>
      <dd className="fact-foot">
        <Foot {...fact} />
      </dd>
    </dl>
  );
}

function Value({ mark, text }: FactValue) {
  const { locale } = useTranslator();
  return (
    <span>
      {mark ? (
        <span className="fact-mark">
          {mark}
          {beforeFigure(locale)}
        </span>
      ) : null}
      {text}
    </span>
  );
}

function Foot({ foot, label, value: { mark, text } }: Fact) {
  const { t, locale } = useTranslator();
  if (foot === null) return null;
  if ("url" in foot)
    return (
      <Link url={foot.url} removeUnderline accessibilityLabel={`${foot.link}: ${label}`}>
        {foot.link}
      </Link>
    );
  return (
    <Why
      figure={foot.figure}
      label={label}
      shown={mark ? `${mark}${beforeFigure(locale)}${text}` : text}
      text={t("closing.why")}
    />
  );
}
