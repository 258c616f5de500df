// Files of the reader's own, as tests offer them.
import { expect } from "./test.mjs";
import { sales } from "./sales.mjs";

export const sheet = (page) => page.getByTestId("local-file");
export const fault = (page) => page.getByTestId("local-file-fault");
export const show = (page) => page.getByTestId("local-file-show");

export const CSV = "date,channel,gmv,partner,category\n2021-04-01,north,100.50,p1,美妆\n2021-04-02,north,200,p1,美妆\n2021-04-01,south,300.25,p1,食品\n";
export const csvTop = [{ rank: 1, id: "north", value: 30_050 }, { rank: 2, id: "south", value: 30_025 }];

export const file = (name, text, mimeType = "application/json") => ({ name, mimeType, buffer: Buffer.from(text) });
export const own = () => sales({ channels: [{ id: "omega", name: "Omega", gmv: [5, 6, 7] }], as_of: "2021-04-03T23:59:59+08:00", programme: { name: "My own", metric: "gmv", channel_goal: 20 } });

/** Chooses a file by one of the two pickers. */
export async function choose(page, chosen, hook = "open") {
  await page.getByTestId(`${hook}-input`).setInputFiles(chosen);
  await expect(sheet(page)).toBeVisible();
}
