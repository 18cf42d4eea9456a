import { expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { listTask } from "#app/services/closing/show-task.server.ts";
import { closingCostCsv } from "#app/services/exports/closing-cost-csv.server.ts";
import { figuresCsv } from "#app/services/exports/figures-csv.server.ts";
import { owedCsv, partnersOwed } from "#app/services/exports/partners-owed.server.ts";
import { taskItemsCsv } from "#app/services/exports/task-items-csv.ts";
import { anAccount, KEY, linesOf, shop } from "./an-account.ts";

const en = translatorFor("en");

async function filesOfPages(unread: number) {
  const { deps } = await anAccount();
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } }, deps);
  const odd = (rowKey: string) => ({ rowKey, id: null, field: "Id", problem: "missing" as const, row: "{}" });
  await deps.db.setAside.add(
    KEY,
    "Actions",
    Array.from({ length: unread }, (_, index) => odd(`a${index}`)),
    1,
  );
  const owed = await partnersOwed({ shop }, deps);
  const list = await listTask({ shop, key: "pay-actions", query: { show: "", search: "" } }, deps);
  const files = {
    owed: owed && owedCsv(owed, en),
    ledger: await figuresCsv({ shop, table: "ledger" }, en, deps),
    charges: await figuresCsv({ shop, table: "charges" }, en, deps),
    months: await figuresCsv({ shop, table: "months" }, en, deps),
    cost: await closingCostCsv({ shop }, en, deps),
    task: list && taskItemsCsv(list, en),
  };
  return Object.entries(files).map(
    ([name, bytes]) => [name, linesOf(new TextDecoder().decode(bytes ?? new Uint8Array()))] as const,
  );
}

it("tells whoever has only a table's file how many rows it lacks", async () => {
  for (const [name, lines] of await filesOfPages(2)) {
    expect([name, lines.at(-2)]).toEqual([name, "Actions: 2 rows could not be read"]);
    expect(lines.at(-1)).toContain("Figures that use these lists say “at least”");
  }
});

it("adds nothing where every row was read", async () => {
  for (const [name, lines] of await filesOfPages(0)) {
    expect([name, lines.length > 1]).toEqual([name, true]);
    expect(lines.join("\n")).not.toContain("could not be read");
  }
});
