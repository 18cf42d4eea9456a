import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { LinkIcon, XIcon } from "@shopify/polaris-icons";
import { useEffect, useId, useRef } from "react";
import { CopyButton } from "#app/components/page/copy-button.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { Explanation } from "#later/account/explanation";
import { cellShown, type ShownFigure } from "./shown-figure.ts";

type Props = { figure: string; named: ShownFigure | null; adminUrl: string; onClose: () => void };

/** What stands behind one figure, over the page. Esc and Done lead back to where it was asked. */
export function WhyDialog({ figure, named, adminUrl, onClose }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const { load, data } = useFetcher<ExplainOutcome>();
  const box = useRef<HTMLDialogElement>(null);
  const hadFocus = useRef(true);
  const title = useId();
  useEffect(() => {
    load(`/app/explain?figure=${encodeURIComponent(figure)}`);
    const dialog = box.current;
    hadFocus.current = document.activeElement !== document.body;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, [figure, load]);
  const shown = named ?? cellShown(data, translator);
  const close = () => {
    box.current?.close();
    onClose();
    // An address that opened the dialog had no focus to give back: its figure gets it.
    if (!hadFocus.current) document.querySelector<HTMLElement>(`[data-why="${CSS.escape(figure)}"]`)?.focus();
  };
  return (
    <dialog ref={box} className="why" aria-labelledby={title} onCancel={close}>
      <header className="why-head">
        <h2 id={title}>{t("why.show")}</h2>
        <Button variant="tertiary" icon={XIcon} accessibilityLabel={t("why.close")} onClick={close} />
      </header>
      <div className="why-body">
        {shown ? (
          <p className="why-figure">
            <strong>{shown.shown}</strong>
            <span>{shown.label}</span>
          </p>
        ) : null}
        <Later>
          <Explanation answer={data} />
        </Later>
      </div>
      <footer className="why-foot">
        <CopyButton
          icon={LinkIcon}
          variant="plain"
          made={() => `${adminUrl}${window.location.pathname}?${new URLSearchParams({ why: figure })}`}
        >
          {t("why.copy")}
        </CopyButton>
        <Button onClick={close}>{t("why.done")}</Button>
      </footer>
    </dialog>
  );
}
