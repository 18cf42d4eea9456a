import { Icon, Link, Text } from "@shopify/polaris";
import { AlertTriangleIcon, InfoIcon } from "@shopify/polaris-icons";

type Props = { title: string; line: string; link: { text: string; url: string }; plain?: boolean };

/**
 * What uninstalling does not do, tied to the figure over it. It is a lasting fact about that figure and no news, so it is
 * no banner, and nobody can put it away.
 */
export function Band({ title, line, link, plain = false }: Props) {
  return (
    <div className={plain ? "money-band money-band-plain" : "money-band"}>
      <span>
        <Icon source={plain ? InfoIcon : AlertTriangleIcon} tone={plain ? "base" : "warning"} />
      </span>
      <div>
        <Text as="p" fontWeight="semibold">
          {title}
        </Text>
        <p>{line}</p>
      </div>
      <Link url={link.url} removeUnderline>
        {link.text}
      </Link>
    </div>
  );
}
