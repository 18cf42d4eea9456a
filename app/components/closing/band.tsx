import { Icon, Link } from "@shopify/polaris";
import { AlertTriangleIcon, InfoIcon } from "@shopify/polaris-icons";
import { useTranslator } from "#app/components/page/translator.tsx";
import { inARow } from "#app/messages/close-up.ts";

type Props = {
  title: string;
  text: string;
  /** A second sentence that some accounts need. */
  more?: string | null;
  /** Neutral where nothing more is to be done about it: a request is sent, or nothing costs anything. */
  neutral?: boolean;
  /** Its own card, or the last part of one. */
  alone?: boolean;
};

/** The sentence this app exists for, on every page that leads out. It cannot be dismissed. */
export function Band({ title, text, more = null, neutral = false, alone = false }: Props) {
  const { t } = useTranslator();
  return (
    <div className={`band${neutral ? " band-neutral" : ""}${alone ? " band-alone" : ""}`}>
      <Icon source={neutral ? InfoIcon : AlertTriangleIcon} tone={neutral ? "base" : "warning"} />
      <p>
        <b>{title}</b>
        {more ? inARow([text, more]) : text}
      </p>
      <Link url="/app/before-uninstall" removeUnderline>
        {t("before.title")}
      </Link>
    </div>
  );
}
