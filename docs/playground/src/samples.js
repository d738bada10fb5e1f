// Galleries to begin with.

import backend from "../samples/harbour.json";
import broken from "../samples/broken.json";
import cms from "../samples/cms.json";
import component from "../samples/component.json";
import hostile from "../samples/hostile.json";
import legacy from "../samples/legacy.json";
import page from "../samples/page.json";
import rest from "../samples/rest.json";

/** @type {Record<string, { name: string, text: string, source?: string, target?: string }>} by the name in addresses */
export const SAMPLES = {
  harbour: { name: "A gallery of the Velo backend", text: backend },
  rest: { name: "An answer of the REST API", text: rest },
  page: { name: "Items of $w.Gallery, to the backend", text: page, target: "velo" },
  cms: { name: "A media gallery of the CMS", text: cms },
  legacy: { name: "An early REST gallery, to today’s", text: legacy, target: "rest" },
  component: { name: "Items of the React component", text: component },
  hostile: { name: "Texts and links that run code", text: hostile },
  broken: { name: "A comma too many", text: broken },
};
