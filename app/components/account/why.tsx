import { useEffect } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useWhy } from "./asking.ts";

type Props = {
  /** Path of the figure in the core's reports. */
  figure: string;
  label: string;
  /** The figure as it stands on the page. */
  shown: string;
  /** What the link says, where "Why this number" is too long. */
  text?: string;
};

/** Opens what stands behind a figure. */
export function Why({ figure, label, shown, text }: Props) {
  const { t } = useTranslator();
  const { ask, name } = useWhy();
  useEffect(() => name(figure, { label, shown }), [name, figure, label, shown]);
  const says = text ?? t("why.show");
  return (
    <button
      type="button"
      className="why-link"
      aria-haspopup="dialog"
      aria-label={`${says}: ${label}`}
      data-why={figure}
      onClick={() => ask(figure)}
    >
      {says}
    </button>
  );
}
