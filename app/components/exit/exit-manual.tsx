import { useTranslator } from "#app/components/page/translator.tsx";
import type { MessageId } from "#app/messages/catalogue.ts";

const BRAND: readonly MessageId[] = ["exit.manual1", "exit.manual2", "exit.manual3", "exit.manual4"];
/** A partner has contracts with brands, and no invoice to pay (S2). */
const PARTNER: readonly MessageId[] = ["exit.manual1", "close.task.partner-contracts", "exit.manual4"];

/** The way out without Settled, step by step. */
export function ExitManual({ isPartner = false }: { isPartner?: boolean }) {
  const { t } = useTranslator();
  return (
    <ol>
      {(isPartner ? PARTNER : BRAND).map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ol>
  );
}
