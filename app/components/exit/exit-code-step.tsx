import { useTranslator } from "#app/components/page/translator.tsx";
import { type CodeProblem, codeProblemText } from "#app/http/exit-code-problem.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ExitCodeView } from "#app/services/exit/show-exit-code.server.ts";
import { ExitCodeField } from "./exit-code.tsx";
import type { ExitProblem } from "./exit-problems.tsx";

/** What is known of the code, and what was said of it when the form was sent. */
export type AskedCode = { code: ExitCodeView | null; problem: CodeProblem | null };

/** A code that is on its way because the form was sent without one is no mistake of anybody's. */
const isFirstAsk = (problem: CodeProblem): boolean =>
  problem.outcome === "code-missing" && problem.request.outcome.startsWith("written");

/** What is wrong with the code, for the summary on top of a page; empty while it is only asked for. */
export function codeProblems({ code, problem }: AskedCode, t: Translator["t"]): ExitProblem[] {
  if (!problem || isFirstAsk(problem)) return [];
  const text = codeProblemText(problem, code?.address ?? "", t);
  return code?.reachable ? [{ field: "code", text }] : [t("links.codeUnreachable")];
}

/**
 * Above the button of a form that was answered with "this needs the code": the field for it. A form that needs none never
 * shows it, so that the way out gets no longer.
 */
export function ExitCodeStep({ code, problem }: AskedCode) {
  const { t } = useTranslator();
  if (!problem || !code) return null;
  if (!code.reachable)
    return (
      <p>
        <strong>{t("links.codeUnreachable")}</strong>
      </p>
    );
  return (
    <>
      <p role="status">
        <strong>{t("links.codeNeeded")}</strong>
      </p>
      <ExitCodeField
        code={code}
        problem={isFirstAsk(problem) ? null : codeProblemText(problem, code.address ?? "", t)}
      />
    </>
  );
}

/** Comes after the button that does what the form is for: Enter in a field presses the first of a form. */
export function AnotherCode({ code, problem }: AskedCode) {
  const { t } = useTranslator();
  if (!problem || !code?.reachable) return null;
  return (
    <button type="submit" name="intent" value="code" className="button plain">
      {t("exit.code.send")}
    </button>
  );
}

/** The end of a form that saves: the code where it is needed, and the buttons. */
export function ExitSave(asked: AskedCode) {
  const { t } = useTranslator();
  return (
    <>
      <ExitCodeStep {...asked} />
      <p className="actions">
        <button type="submit" className="button">
          {t("common.save")}
        </button>
        <AnotherCode {...asked} />
      </p>
    </>
  );
}
