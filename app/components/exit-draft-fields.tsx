import type { DraftView } from "#app/services/drafts/show-draft.server.ts";
import { useTranslator } from "./translator.tsx";

type Props = { saved: DraftView; saveKey: string; timeZone: string };

/** The draft's own part of the stand-alone form, without script: what was seen, and the choices. */
export function ExitDraftFields({ saved: { version, content, saved }, saveKey, timeZone }: Props) {
  const { t, instant } = useTranslator();
  return (
    <>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="saveKey" value={saveKey} />
      {content.byHand ? <input type="hidden" name="byHand" value="yes" /> : null}
      {saved ? (
        <p className="soft">{t("draft.saved", { by: saved.by, when: instant(saved.at, timeZone) })}</p>
      ) : null}
      <label htmlFor="wantedOn">{t("draft.wantedOn")}</label>
      <span className="help" id="wantedOn-help">
        {t("draft.wantedOnHelp")}
      </span>
      <input
        id="wantedOn"
        name="wantedOn"
        type="date"
        aria-describedby="wantedOn-help"
        defaultValue={content.wantedOn ?? ""}
      />
      <label className="check" htmlFor="leaveOutRefund">
        <input
          id="leaveOutRefund"
          name="leaveOutRefund"
          type="checkbox"
          value="yes"
          defaultChecked={!content.claimRefund}
        />
        <span>{t("draft.leaveOutRefund")}</span>
      </label>
    </>
  );
}
