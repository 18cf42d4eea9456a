import { Form, Link as RouteLink, useSearchParams, useSubmit } from "@remix-run/react";
import { Card, Icon, Text } from "@shopify/polaris";
import { ChevronLeftIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { TaskKey } from "#app/domain/closing-path/path-tasks.ts";
import { ITEMS_PER_PAGE, type ItemPage } from "#app/domain/closing-path/task-items.ts";
import { ItemTable } from "./item-table.tsx";
import { taskGroup } from "./task-group.ts";

type Props = { task: TaskKey; list: ItemPage; currency: string };

/** Every thing of a task: by tab, by search, twenty at a time, all of it in the address, so that it works by links alone. */
export function ItemList({ task, list, currency }: Props) {
  const { t, number, locale } = useTranslator();
  const [params] = useSearchParams();
  const { tabs, show, search, count, page, pages } = list;
  const at = (changes: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return `?${next}`;
  };
  const group = taskGroup(task);
  const all = tabs.find((tab) => tab.show === show)?.count ?? count;
  return (
    <Card padding="0">
      <div className="item-tabs">
        <nav aria-label={t(`closing.items.${group}`)}>
          {tabs.map((tab) => (
            <RouteLink
              key={tab.show}
              to={at({ show: tab.show, page: "1" })}
              preventScrollReset
              aria-current={tab.show === show ? "page" : undefined}
            >
              {t(tab.show === "left" ? "closing.items.left" : `closing.item.${tab.show as "active"}`)}{" "}
              {number(tab.count)}
            </RouteLink>
          ))}
        </nav>
        <Search key={show} list={list} all={all} />
      </div>
      {count === 0 ? (
        <div className="closing-pad">
          <Text as="p" tone="subdued">
            {search === "" ? t("task.allDone") : t("closing.items.noMatch", { search })}
          </Text>
        </div>
      ) : (
        <ItemTable group={group} items={list.items} currency={currency} />
      )}
      <div className="item-pager">
        <span role="status">
          {count === 0
            ? null
            : t("closing.items.range", {
                from: (page - 1) * ITEMS_PER_PAGE + 1,
                to: (page - 1) * ITEMS_PER_PAGE + list.items.length,
                count,
              })}
        </span>
        <DownloadButton
          label={t("closing.csv")}
          href={`/app/close/${task}/list.csv?${new URLSearchParams({ show, q: search, locale })}`}
          plain
        />
        {pages > 1 ? (
          <nav className="item-pages" aria-label={t("closing.items.pages")}>
            <PageLink
              to={page > 1 ? at({ page: String(page - 1) }) : null}
              label={t("closing.items.previous")}
              back
            />
            <PageLink
              to={page < pages ? at({ page: String(page + 1) }) : null}
              label={t("closing.items.next")}
            />
          </nav>
        ) : null}
      </div>
    </Card>
  );
}

function Search({ list: { show, search }, all }: { list: ItemPage; all: number }) {
  const { t } = useTranslator();
  const submit = useSubmit();
  const [params] = useSearchParams();
  const back = params.get("back");
  return (
    <Form method="get" role="search" className="item-search" preventScrollReset>
      <input type="hidden" name="show" value={show} />
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <input
        type="search"
        name="q"
        defaultValue={search}
        aria-label={t("closing.items.search", { count: all })}
        placeholder={t("closing.items.search", { count: all })}
        onChange={({ currentTarget: { form } }) => submit(form, { replace: true, preventScrollReset: true })}
      />
    </Form>
  );
}

function PageLink({ to, label, back = false }: { to: string | null; label: string; back?: boolean }) {
  const icon = <Icon source={back ? ChevronLeftIcon : ChevronRightIcon} />;
  if (to === null)
    return (
      <span className="item-page" aria-hidden="true">
        {icon}
      </span>
    );
  return (
    <RouteLink className="item-page" to={to} aria-label={label} preventScrollReset>
      {icon}
    </RouteLink>
  );
}
