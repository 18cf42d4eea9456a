import { useTranslator } from "#app/components/page/translator.tsx";
import type { PublicPage } from "#app/http/public-page.server.ts";

/** Who runs Settled, and how to reach them. */
export function OperatorLines({ operator }: Pick<PublicPage, "operator">) {
  const { t } = useTranslator();
  return (
    <address>
      <bdi>{operator.name}</bdi>
      <br />
      <bdi>{operator.address}</bdi>
      <br />
      {t("public.email")} <a href={`mailto:${operator.email}`}>{operator.email}</a>
    </address>
  );
}
