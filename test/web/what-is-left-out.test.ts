import { afterAll, beforeAll, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { type StatedMove, saveMove } from "#app/services/requests/save-move.server.ts";
import { languagesAt } from "./languages.ts";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

it("without the three answers each page says the least it costs a month, and none that there is no charge (fault 9)", async () => {
  const row = await pages.aStore("story", { stated: false });
  const least = {
    en: /at least \$30\.00 a month|at least the minimum fee each month/,
    "zh-CN": /每月至少收取 ?\$30\.00|每月至少 ?\$30\.00|每月至少收取最低费用/,
    "zh-TW": /每月(收取)?至少 ?\$30\.00|每月至少收取最低費用/,
    ja: /毎月\$30\.00以上|毎月、?最低料金以上/,
    de: /mindestens 30,00 \$ im Monat|mindestens die Mindestgebühr/,
    fr: /au moins 30,00 \$ par mois|au moins les frais minimum/,
    es: /al menos 30,00 \$ al mes|al menos la tarifa mínima/,
    it: /almeno 30,00 \$ al mese|almeno il canone minimo/,
    nl: /minstens \$ 30,00 per maand|minstens de minimumkosten/,
    da: /mindst 30,00 \$ om måneden|mindst minimumsgebyret/,
    sv: /minst 30,00 \$ i månaden|minst minimiavgiften/,
    nb: /minst 30,00 \$ i måneden|minst minstegebyret/,
  } satisfies Record<Locale, RegExp>;
  const none = /no card charge ahead|没有.{0,8}扣款日期/;
  const says = (path: string, locale: Locale, { text }: { text: string }) =>
    expect([path, least[locale].test(text), none.test(text)]).toEqual([path, true, false]);
  for (const locale of languagesAt(10))
    for (const path of ["/app", "/app/before-uninstall"])
      says(path, locale, await pages.adminPage(row.shop, path, locale));
  const open = await pages.exitPages(row);
  for (const locale of languagesAt(10)) says("/exit", locale, await open("/exit", locale));
});

it("without a balance the ledger has what is known, and no cell of what cannot be (fault 10)", async () => {
  const row = await pages.aStore("story");
  const { shop } = row;
  await saveFacts({ shop, actor: "staff", facts: { fundingBalance: null } }, pages.deps);
  const words = {
    en: { column: "New commissions", unknown: "Not known" },
    "zh-CN": { column: "新佣金", unknown: "未知" },
    "zh-TW": { column: "新佣金", unknown: "未知" },
    ja: { column: "新しいコミッション", unknown: "不明" },
    de: { column: "Neue Provisionen", unknown: "Noch nicht bekannt" },
    fr: { column: "Nouvelles commissions", unknown: "Pas encore connu" },
    es: { column: "Nuevas comisiones", unknown: "Aún no se sabe" },
    it: { column: "Nuove commissioni", unknown: "Non ancora noto" },
    nl: { column: "Nieuwe commissies", unknown: "Nog niet bekend" },
    da: { column: "Nye provisioner", unknown: "Endnu ikke kendt" },
    sv: { column: "Nya provisioner", unknown: "Inte känt" },
    nb: { column: "Nye provisjoner", unknown: "Ikke kjent" },
  } satisfies Record<Locale, object>;
  const says = (locale: Locale, { html }: { html: string }) => {
    const tables = html.match(/<table[\s\S]*?<\/table>/g)?.join() ?? "";
    expect(tables).toContain(words[locale].column);
    expect(tables).not.toContain(words[locale].unknown);
  };
  for (const locale of languagesAt(11)) says(locale, await pages.adminPage(shop, "/app/ledger", locale));
  const open = await pages.exitPages(row);
  for (const locale of languagesAt(11)) says(locale, await open("/exit/ledger", locale));
});

it("a partner reads what happens to the partner's money, not who pays a brand's fees (D20)", async () => {
  const { shop } = await pages.aStore("partner-small");
  const words = {
    en: ["What happens to your money", "Who pays what until then"],
    "zh-CN": ["余额的去向", "由谁支付什么"],
    "zh-TW": ["您的款項會怎麼樣", "誰支付哪些款項"],
    ja: ["お金の扱い", "誰が何を払うか"],
    de: ["Was mit deinem Geld passiert", "Wer bis dahin was zahlt"],
    fr: ["Ce que devient votre argent", "Qui paie quoi"],
    es: ["Qué pasa con tu dinero", "Quién paga qué"],
    it: ["Che cosa succede al tuo denaro", "Chi paga che cosa"],
    nl: ["Wat er met je geld gebeurt", "Wie tot die tijd wat betaalt"],
    da: ["Det sker der med dine penge", "Hvem betaler hvad"],
    sv: ["Vad som händer med dina pengar", "Vem betalar vad"],
    nb: ["Hva som skjer med pengene dine", "Hvem betaler hva"],
  } satisfies Record<Locale, string[]>;
  for (const locale of languagesAt(12)) {
    const { text } = await pages.adminPage(shop, "/app/close", locale);
    const [own = "", brands = ""] = words[locale];
    expect([text.includes(own), text.includes(brands)]).toEqual([true, false]);
  }
});

/** What is told, and what Close account and the page after an uninstall say then, in each language. */
const STATES: [StatedMove[], Record<Locale, RegExp>][] = [
  [
    ["told-handed-over"],
    {
      en: /is sent|was sent|Sent/,
      "zh-CN": /已提交/,
      "zh-TW": /已提交/,
      ja: /送信済み|送信しました|送信されました/,
      de: /[Gg]esendet/,
      fr: /[Ee]nvoyée/,
      es: /[Ee]nviad[ao]|se envió/,
      it: /[Ii]nviata/,
      nl: /[Vv]erstuurd/,
      da: /[Ss]endt/,
      sv: /[Ss]kick(ad|ats|at)/,
      nb: /[Ss]endt/,
    },
  ],
  [
    ["told-handed-over", "told-reply"],
    {
      en: /impact\.com has your closing request/,
      "zh-CN": /impact\.com 已收到/,
      "zh-TW": /impact\.com 已收到您的關閉申請/,
      ja: /閉鎖申請はimpact\.comに届いています/,
      de: /impact\.com hat deinen Schließungsantrag/,
      fr: /impact\.com a votre demande de fermeture/,
      es: /impact\.com tiene tu solicitud de cierre/,
      it: /impact\.com ha la tua richiesta di chiusura/,
      nl: /impact\.com heeft je sluitingsaanvraag/,
      da: /impact\.com har din anmodning om lukning/,
      sv: /impact\.com har din begäran om stängning/,
      nb: /impact\.com har forespørselen din om lukking/,
    },
  ],
  [
    ["told-handed-over", "told-needs"],
    {
      en: /is waiting for your answer/,
      "zh-CN": /在等您的回复/,
      "zh-TW": /在等您的回覆/,
      ja: /返答を待っています/,
      de: /wartet auf deine Antwort/,
      fr: /attend votre réponse/,
      es: /espera tu respuesta/,
      it: /attende la tua risposta/,
      nl: /wacht op je antwoord/,
      da: /venter på dit svar/,
      sv: /väntar på ditt svar/,
      nb: /venter på svaret ditt/,
    },
  ],
  [
    ["told-handed-over", "told-rejected"],
    {
      en: /did not accept/,
      "zh-CN": /未接受|没有接受/,
      "zh-TW": /未接受/,
      ja: /受け付けませんでした/,
      de: /nicht angenommen/,
      fr: /n’a pas accepté/,
      es: /no aceptó/,
      it: /non ha accettato/,
      nl: /niet geaccepteerd/,
      da: /accepterede ikke/,
      sv: /godtog inte/,
      nb: /godtok ikke/,
    },
  ],
];

it.each(STATES)(
  "after %j no page asks for a second request as if there were none (fault 12)",
  async (stated, words) => {
    const row = await pages.aStore("story");
    const { shop } = row;
    const text = { subject: "Please close account", body: "Please close it.", reason: null };
    const ask = { shop, actor: "staff", route: "starter-ticket", openItems: [], byHand: true, ...text };
    const about = { accounts: ["IRs3StoryAcme0001"], proof: "Named." };
    const made = await handOver({ ...ask, ...about }, pages.deps);
    const reference = "reference" in made ? made.reference : "";
    for (const trigger of stated) {
      const evidence = { proof: "impact.com says so.", ticketNumber: "10001" };
      await saveMove({ shop, reference, actor: "staff", trigger, evidence }, pages.deps);
    }
    const isUnderWay = stated.at(-1) !== "told-rejected";
    const open = await pages.exitPages(row);
    for (const locale of languagesAt(13)) {
      const exit = await open("/exit", locale);
      expect(exit.text).toMatch(words[locale]);
      expect(exit.text.includes(reference)).toBe(isUnderWay);
      expect(exit.links).toContain("/exit/request");
    }
    await pages.app.db.shops.save({ ...row, uninstalledAt: null });
    for (const locale of languagesAt(14)) {
      const home = await pages.adminPage(shop, "/app", locale);
      expect(home.links).toContain(`/app/close/requests/${reference}`);
      const close = await pages.adminPage(shop, "/app/close", locale);
      expect(close.links).toContain(`/app/close/requests/${reference}`);
      expect(close.links.includes("/app/close/review")).toBe(!isUnderWay);
    }
  },
);
