import { useTranslator } from "#app/components/page/translator.tsx";

/** A problem in words, with the field to mend where it is about one. */
export type ExitProblem = string | { field: string; text: string };

type Props = {
  problems: ExitProblem[];
  title?: "error.summary" | "exit.wait";
};

/** What is to be put right, first thing on a stand-alone page; nothing when all is well. */
export function ExitProblems({ problems, title = "error.summary" }: Props) {
  const { t } = useTranslator();
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script nothing else can lead to what went wrong.
    <div className="errors" role="alert" tabIndex={-1} autoFocus>
      <p>
        <strong>{t(title)}</strong>
      </p>
      <ul>
        {problems.map((problem) =>
          typeof problem === "string" ? (
            <li key={problem}>{problem}</li>
          ) : (
            <li key={problem.field}>
              <a href={`#${problem.field}`}>{problem.text}</a>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
