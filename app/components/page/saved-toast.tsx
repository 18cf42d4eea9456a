import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { isSaved, withoutSaved } from "#app/http/saved.ts";
import { useTranslator } from "./translator.tsx";

/** Says "Saved" in the admin's own way, once for each save, and takes the mark out of the address. */
export function SavedToast() {
  const { t } = useTranslator();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    if (!isSaved(search)) return;
    window.shopify?.toast.show(t("common.saved"));
    navigate(`${pathname}${withoutSaved(search)}${hash}`, { replace: true, preventScrollReset: true });
  }, [navigate, pathname, search, hash, t]);
  return null;
}
