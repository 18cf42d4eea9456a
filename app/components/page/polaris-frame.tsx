import { Link, useNavigate } from "@remix-run/react";
import { AppProvider } from "@shopify/polaris";
import { type ComponentProps, forwardRef, type ReactNode, useEffect } from "react";

type Polaris = ComponentProps<typeof AppProvider>;
type Props = { i18n: Polaris["i18n"]; children?: ReactNode };
type PolarisLinkProps = ComponentProps<NonNullable<Polaris["linkComponent"]>>;

/**
 * Polaris with links that stay in the app, and with the admin's own navigation. Shopify's frame for Remix does the same, but
 * carries Polaris's English texts beside those of the page's language.
 */
export function PolarisFrame({ i18n, children }: Props) {
  const navigate = useNavigate();
  useEffect(() => {
    const go = ({ target }: Event) => {
      const href = target instanceof Element ? target.getAttribute("href") : null;
      if (href) navigate(href);
    };
    addEventListener("shopify:navigate", go);
    return () => removeEventListener("shopify:navigate", go);
  }, [navigate]);
  return (
    <AppProvider i18n={i18n} linkComponent={PolarisLink}>
      {children}
    </AppProvider>
  );
}

const PolarisLink = forwardRef<HTMLAnchorElement, PolarisLinkProps>(({ url, ...props }, ref) => (
  <Link {...props} to={url} ref={ref} />
));
PolarisLink.displayName = "PolarisLink";
