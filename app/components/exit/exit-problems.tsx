import { useTranslator } from "#app/components/page/translator.tsx";

/** What is to be put right, first thing on a stand-alone page; nothing when all is well. */
export function ExitProblems({ problems }: { problems: string[] }) {
  const { t } = useTranslator();
  if (problems.length === 0) return null;
  return (
    <div className="errors" role="alert">
      <p>
        <strong>{t("error.summary")}</strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
