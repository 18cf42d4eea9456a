import { useTranslator } from "#app/components/page/translator.tsx";
import {
  ACTION_CHOICES,
  REVERSAL_REASONS,
  taskNotes,
  taskSteps,
  taskWhy,
} from "#app/components/task/task-steps.ts";
import type { showTask } from "#app/services/closing/show-task.server.ts";

type Shown = Extract<Awaited<ReturnType<typeof showTask>>, { outcome: "task" }>;
type Props = Pick<Shown, "task" | "route" | "link" | "places" | "partnerComment">;

/** Why a task matters and what to do about it in impact.com, as plain HTML. */
export function ExitTaskGuide({ task, route, link, places, partnerComment }: Props) {
  const { t } = useTranslator();
  const { key } = task;
  return (
    <>
      <h2>{t("task.why")}</h2>
      <p>{t(taskWhy(key, route))}</p>
      <h2>{t("task.do")}</h2>
      <ol>
        {taskSteps(key).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {key === "settle-pending-actions" ? (
        <>
          <Texts title="task.choices" texts={ACTION_CHOICES} />
          <Texts title="task.reasons" texts={REVERSAL_REASONS} />
          <p>{t("task.reason.not")}</p>
        </>
      ) : null}
      {partnerComment ? (
        <>
          <p>{t("task.withdraw-switches.comment")}</p>
          <pre lang="en">{partnerComment}</pre>
        </>
      ) : null}
      <p>
        <a href={link}>{t(key === "refund-form" ? "task.formLink" : "task.openInImpact")}</a>
      </p>
      {places.map(({ place, url }) => (
        <p key={place}>
          <a href={url}>{t(`task.place.${place}`)}</a>
        </p>
      ))}
      {taskNotes(key).map((each) => (
        <p key={each}>{t(each)}</p>
      ))}
    </>
  );
}

type TextsProps = {
  title: "task.choices" | "task.reasons";
  texts: typeof ACTION_CHOICES | typeof REVERSAL_REASONS;
};

function Texts({ title, texts }: TextsProps) {
  const { t } = useTranslator();
  return (
    <>
      <h3>{t(title)}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{t(text)}</li>
        ))}
      </ul>
    </>
  );
}
