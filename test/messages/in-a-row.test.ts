import { expect, it } from "vitest";
import { closeUp, inARow, markEnds } from "#app/messages/close-up.ts";

it("joins two sentences by a blank, and by none behind a Chinese or Japanese stop", () => {
  expect(inARow(["The token is rejected.", "Enter another one."])).toBe(
    "The token is rejected. Enter another one.",
  );
  expect(inARow(["令牌被拒绝。", "请输入另一个。"])).toBe("令牌被拒绝。请输入另一个。");
  expect(inARow(["令牌被拒绝。", "impact.com 不接受它。"])).toBe("令牌被拒绝。impact.com 不接受它。");
  expect(inARow(["トークンが拒否されました。"])).toBe("トークンが拒否されました。");
});

it("leaves none behind a sentence that a message was given", () => {
  const { first = "" } = markEnds({ first: "费用继续产生。" });
  expect(closeUp(`${first} impact.com 可以暂停账户。`)).toBe("费用继续产生。impact.com 可以暂停账户。");
});
