import { useTranslator } from "#app/components/page/translator.tsx";
import type { ReviewForm } from "#app/http/read-review-form.ts";
import type { DraftView } from "#app/services/drafts/show-draft.server.ts";

type Props = { saved: DraftView; saveKey: string; timeZone: string; form: ReviewForm };

/** The draft's own part of the stand-alone form, without script: what was seen, the choices, and how the text follows. */
export function ExitDraftFields({ saved: { version, content, saved }, saveKey, timeZone, form }: Props) {
  const { t, instant } = useTranslator();
  const { choices, shown, textHashes, edited } = form;
  return (
    <>
      {/* Enter in a field presses the first button of a form: it shall be the one that hands over. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="saveKey" value={saveKey} />
      <input type="hidden" name="subjectMark" value={textHashes.subject} />
      <input type="hidden" name="bodyMark" value={textHashes.body} />
      <input type="hidden" name="shownWantedOn" value={shown.wantedOn ?? ""} />
      <input type="hidden" name="shownLeaveOutRefund" value={shown.claimRefund ? "no" : "yes"} />
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
        defaultValue={choices.wantedOn ?? ""}
      />
      <label className="check" htmlFor="leaveOutRefund">
        <input
          id="leaveOutRefund"
          name="leaveOutRefund"
          type="checkbox"
          value="yes"
          defaultChecked={!choices.claimRefund}
        />
        <span>{t("draft.leaveOutRefund")}</span>
      </label>
      <p className="help" id="update-help">
        {t(edited ? "draft.edited" : "draft.updateHelp")}
      </p>
      <p className="actions">
        <button
          type="submit"
          name="intent"
          value={edited ? "own" : "update"}
          className="button plain"
          aria-describedby="update-help"
        >
          {t(edited ? "draft.startOver" : "draft.update")}
        </button>
      </p>
    </>
  );
}
