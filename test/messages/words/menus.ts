import type { Locale } from "#app/messages/locales.ts";

/**
 * Menus of impact.com as its pages show them in each language, seen there (help.impact.com in Chinese, Japanese, Spanish and
 * Italian); in the others it shows them in English.
 */
const ENGLISH = {
  "trial.do1": "Your balance → Subscription",
  "task.settle-invoices.do1": "Your balance → Documents → impact.com Invoices",
  "task.expire-contracts.do1": "Engage → Partners → Partners",
  "task.settle-pending-actions.do1": "Engage → Transactions → Pending Payouts → Actions",
} as const;
type Menus = Record<keyof typeof ENGLISH, string>;

export const MENUS: Record<Locale, Menus> = {
  en: ENGLISH,
  "zh-CN": {
    "trial.do1": "您的余额 → 订阅",
    "task.settle-invoices.do1": "您的余额 → 文档 → impact.com 发票",
    "task.expire-contracts.do1": "Engage → Partners → Partners",
    "task.settle-pending-actions.do1": "Engage → 交易 → 待处理支付 → 操作",
  },
  "zh-TW": ENGLISH,
  ja: {
    "trial.do1": "残高 → サブスクリプション",
    "task.settle-invoices.do1": "残高 → Documents → impact.com Invoices",
    "task.expire-contracts.do1": "Engage → パートナー → パートナー",
    "task.settle-pending-actions.do1": "Engage → トランザクション → 保留中の支払い → アクション",
  },
  de: ENGLISH,
  fr: ENGLISH,
  es: {
    ...ENGLISH,
    "trial.do1": "Tu saldo → Subscription",
    "task.settle-invoices.do1": "Tu saldo → Documents → impact.com Invoices",
    "task.expire-contracts.do1": "Engage → Socios → Socios",
  },
  it: {
    ...ENGLISH,
    "trial.do1": "Il tuo saldo → Subscription",
    "task.settle-invoices.do1": "Il tuo saldo → Documents → impact.com Invoices",
  },
  nl: ENGLISH,
  da: ENGLISH,
  sv: ENGLISH,
  nb: ENGLISH,
};
