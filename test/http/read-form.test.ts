import { describe, expect, it } from "vitest";
import { readForm } from "#app/http/read-form.server.ts";

const ADDRESS = "https://settled.example/app/setup";
const post = (body: BodyInit, type?: string) =>
  readForm(
    new Request(ADDRESS, { method: "POST", body, ...(type && { headers: { "content-type": type } }) }),
  );
/** The status it was refused with. */
const refusal = (form: Promise<FormData>) =>
  form.then(
    () => "taken",
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  );

describe("a form from outside", () => {
  it("comes without U+0000, with every value of a name", async () => {
    const form = await post(
      new URLSearchParams([
        ["bo\0dy", "Please\0 close 请关闭\r\n"],
        ["box", "a"],
        ["box", "b"],
      ]),
    );
    expect([...form]).toEqual([
      ["body", "Please close 请关闭\r\n"],
      ["box", "a"],
      ["box", "b"],
    ]);
  });

  it.each([
    ["a broken multipart form", "--x\r\nno form", "multipart/form-data; boundary=x"],
    ["a multipart form without its boundary", "--x--", "multipart/form-data"],
    ["what calls itself no form", "a=b", "text/plain"],
  ])("is refused with 400 when it is %s", async (_what, body, type) => {
    expect(await refusal(post(body, type))).toBe(400);
  });

  it("is refused with 400 when it holds a file", async () => {
    const form = new FormData();
    form.set("body", new File(["Please close"], "body.txt"));
    expect(await refusal(post(form))).toBe(400);
  });
});
