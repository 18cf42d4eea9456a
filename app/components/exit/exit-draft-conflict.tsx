import { fieldName, fieldText } from "#app/components/draft/draft-words.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { differences } from "#app/services/drafts/draft-content.ts";
import type { DraftView } from "#app/services/drafts/show-draft.server.ts";

/** Two versions to choose from, as plain HTML; none is chosen beforehand, so that a form sent unread changes nothing. */
export function ExitDraftConflict({ saved: savedDraft, timeZone }: { saved: DraftView; timeZone: string }) {
  const translator = useTranslator();
  const { t, instant } = translator;
  const { conflict, saved } = savedDraft;
  if (!conflict || !saved) return null;
  const fields = differences(savedDraft.content, conflict.content);
  const version = { content: savedDraft.content, by: saved.by, at: saved.at };
  const rows = [
    { take: "current", label: "draft.keepSaved", title: "draft.version.saved", ...version },
    { take: "aside", label: "draft.takeLate", title: "draft.version.late", ...conflict },
  ] as const;
  return (
    <form method="post" className="errors">
      <h2>{t("draft.conflict")}</h2>
      <p>{t("draft.conflictText")}</p>
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="asideId" value={conflict.id} />
      <input type="hidden" name="seen" value={savedDraft.version} />
      {rows.map(({ take, label, title, content, by, at }) => (
        <div key={take}>
          <h3>{t(title, { by, when: instant(at, timeZone) })}</h3>
          {fields.map((field) => (
            <pre key={field}>
              {fieldName(field, t)}: <bdi>{fieldText(field, content, translator)}</bdi>
            </pre>
          ))}
          <label className="check" htmlFor={`take-${take}`}>
            <input id={`take-${take}`} type="radio" name="take" value={take} />
            <span>{t(label)}</span>
          </label>
        </div>
      ))}
      <p className="actions">
        <button type="submit" className="button">
          {t("draft.choose")}
        </button>
      </p>
    </form>
  );
}
