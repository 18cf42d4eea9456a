import type { AppLanguage } from "../shop/languages.ts";
import type { StoreStatus } from "../state.ts";
import type { Store } from "../stores.ts";

/** The plan a store of each status is on, as Shopify names it. */
const PLAN_NAMES: Record<StoreStatus, string> = { open: "basic", paused: "paused", closed: "cancelled" };

/** `app/uninstalled` and `shop/update` carry the whole REST shop resource, flat; `primary_locale` follows the merchant's choice. */
export function shopPayload(
  store: Store,
  locale: AppLanguage,
  updatedAt: string,
  status: StoreStatus,
): Record<string, unknown> {
  const { address } = store;
  const amount = "{{amount}}";
  const symbol = `${store.currency === "EUR" ? "€" : "$"}${amount}`;
  const created = "2024-03-04T09:30:00-05:00";
  return {
    id: store.id,
    name: store.title,
    email: store.ownerEmail,
    domain: store.primaryHost,
    province: address.province,
    country: address.countryCode,
    address1: address.street,
    zip: address.zip,
    city: address.city,
    source: null,
    phone: address.phone,
    latitude: null,
    longitude: null,
    primary_locale: locale,
    address2: null,
    created_at: created,
    updated_at: updatedAt,
    country_code: address.countryCode,
    country_name: address.country,
    currency: store.currency,
    customer_email: store.ownerEmail,
    timezone: store.timeZone,
    iana_timezone: store.timeZone,
    shop_owner: store.ownerName,
    money_format: symbol,
    money_with_currency_format: `${symbol} ${store.currency}`,
    weight_unit: store.currency === "EUR" ? "kg" : "lb",
    province_code: address.provinceCode,
    taxes_included: store.currency === "EUR",
    auto_configure_tax_inclusivity: null,
    tax_shipping: null,
    county_taxes: true,
    plan_display_name: "Basic",
    plan_name: PLAN_NAMES[status],
    has_discounts: false,
    has_gift_cards: false,
    myshopify_domain: store.domain,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    money_in_emails_format: symbol,
    money_with_currency_in_emails_format: `${symbol} ${store.currency}`,
    eligible_for_payments: true,
    requires_extra_payments_agreement: false,
    password_enabled: false,
    has_storefront: true,
    finances: true,
    primary_location_id: store.id + 500,
    checkout_api_supported: true,
    multi_location_enabled: false,
    setup_required: false,
    pre_launch_enabled: false,
    enabled_presentment_currencies: [store.currency],
    transactional_sms_disabled: false,
    marketing_sms_consent_enabled_at_checkout: false,
  };
}
