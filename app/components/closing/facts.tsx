import { useFetcher } from "@remix-run/react";
import { Badge, Box, Card, Link, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useId, useState } from "react";
import { Explanation } from "#app/components/account/explanation.tsx";
import { explainUrl } from "#app/components/account/why.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useWhyAddress } from "#app/components/page/why-address.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

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

/** The verdict and the facts beside it, of one size each; on a phone they are rows. One explanation is open at a time. */
export function Facts({ lead, facts, stacked = false, children }: Props) {
  const { t } = useTranslator();
  const { asked, put } = useWhyAddress();
  const isHere = [lead, ...facts].some(
    ({ foot }) => foot !== null && "figure" in foot && foot.figure === asked,
  );
  const first = isHere ? asked : null;
  const [open, setOpen] = useState(first);
  const { load, data, state } = useFetcher<ExplainOutcome>();
  const panel = useId();
  useEffect(() => {
    if (first === null) return;
    load(explainUrl(first));
    document.getElementById(panel)?.scrollIntoView({ block: "center" });
  }, [first, load, panel]);
  const toggle = (figure: string) => {
    if (open !== figure) load(explainUrl(figure));
    put(open === figure ? null : figure);
    setOpen(open === figure ? null : figure);
  };
  const foot = ({ foot: leadsTo, label }: Fact) => (
    <Foot foot={leadsTo} label={label} open={open} panel={panel} toggle={toggle} />
  );
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
              <p key={note}>{note}</p>
            ))}
          </div>
          <div className="fact-foot">{foot(lead)}</div>
        </div>
        {facts.map((fact) => (
          <dl className="fact" key={fact.label}>
            <dt>{fact.label}</dt>
            <dd className="fact-value">
              {fact.best ? <span className="fact-dot" aria-hidden="true" /> : null}
              <Value {...fact.value} />
            </dd>
            <dd className="fact-notes">
              {fact.notes.map((note) => (
                <span key={note}>{note} </span>
              ))}
            </dd>
            <dd className="fact-foot">{foot(fact)}</dd>
          </dl>
        ))}
      </div>
      <section id={panel} aria-label={t("why.show")} hidden={open === null}>
        {open === null ? null : (
          <Box
            padding="400"
            background="bg-surface-secondary"
            borderBlockStartWidth="025"
            borderColor="border-secondary"
          >
            <Explanation answer={state === "idle" ? data : undefined} />
          </Box>
        )}
      </section>
      {children}
    </Card>
  );
}

const Value = ({ mark, text }: FactValue) => (
  <span>
    {mark ? <span className="fact-mark">{mark} </span> : null}
    {text}
  </span>
);

type FootProps = {
  foot: FactFoot;
  label: string;
  open: string | null;
  panel: string;
  toggle: (figure: string) => void;
};

function Foot({ foot, label, open, panel, toggle }: FootProps) {
  const { t } = useTranslator();
  if (foot === null) return null;
  if ("url" in foot)
    return (
      <Link url={foot.url} removeUnderline accessibilityLabel={`${foot.link}: ${label}`}>
        {foot.link}
      </Link>
    );
  const isOpen = open === foot.figure;
  return (
    <button
      type="button"
      className="fact-why"
      aria-expanded={isOpen}
      aria-controls={panel}
      aria-label={`${t(isOpen ? "why.hide" : "why.show")}: ${label}`}
      onClick={() => toggle(foot.figure)}
    >
      <Text as="span" variant="bodySm">
        {t("closing.why")}
      </Text>
    </button>
  );
}
