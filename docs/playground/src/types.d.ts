/** How many bytes are loaded until the first conversion; the build knows. */
declare const BYTES: number;
/** Which Python it is, and that there are no other packages. */
declare const LOCK: import("pyodide").Lockfile;

declare module "*.json" {
  const text: string;
  export default text;
}

/** Where a finding is marked: a line counted from 1, and UTF-16 units in it. */
interface At {
  line: number;
  from: number;
  to: number;
}

interface Finding {
  code: string;
  name: string;
  severity: "error" | "warning" | "info";
  message: string;
  help: string | null;
  item: string | null;
  pointer: string;
  at: At;
}

interface Answer {
  value: string | null;
  findings: Finding[];
  counts: { severity: string; code: string; name: string; count: number }[];
  dialects: string[];
  items: number;
  converted: number;
  lossless: boolean;
  problem: string | null;
  took: number;
}

/** An item as the component takes it; `item` is null where it has no form, `hidden` says why a page leaves it out. */
interface Drawn {
  index: number;
  at: At;
  title: string | null;
  item: Record<string, any> | null;
  hidden: string | null;
}

interface Drawing {
  items: Drawn[];
  more: number;
  fates: Record<string, number> | null;
}

/** What a text is, and what is to become of it. */
interface State {
  text: string;
  source: string;
  target: string;
}
