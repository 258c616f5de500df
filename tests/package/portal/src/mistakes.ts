// Mistakes that the declarations must find; a line that compiles after all is an error of its own.
import { Paceboard } from "paceboard";

// @ts-expect-error A source is an object with an address.
Paceboard.configure({ sources: { main: "/sales.json" } });

// @ts-expect-error A language is named by its tag.
Paceboard.configure({ locale: ["fr"] });

const rank = document.createElement("pace-rank");
// @ts-expect-error The attribute `refresh` is the property `refreshEvery`.
rank.refresh = 60;

// @ts-expect-error A window has no province.
rank.addEventListener("pace-window", (event) => event.detail.province);

// @ts-expect-error What a frame exports comes as a promise.
const csv: string = document.createElement("pace-frame").exportCsv();
export { csv };
