// The two editors: one to write in, with findings at their places, and one that shows what came out.

import { json } from "@codemirror/lang-json";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";

/** How many findings are marked in the text; all are listed or counted beside it. */
const MARKED = 200;

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--key)" },
  { tag: tags.string, color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "0.85rem", color: "var(--ink)", backgroundColor: "var(--card)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.45" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--tint)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--select)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-diagnostic": { maxWidth: "32rem" },
});

/** @param {HTMLElement} parent @param {import("@codemirror/state").Extension[]} further */
function makeView(parent, further) {
  const root = parent.attachShadow({ mode: "open" }); // there styles are adopted, which the policy allows
  const state = EditorState.create({ doc: "", extensions: [basicSetup, json(), syntaxHighlighting(colours), theme, ...further] });
  return new EditorView({ state, parent: root, root });
}

/**
 * Replaces only what differs, so that the rest, and where it is scrolled to, stays. Scrolls nothing else:
 * the page must not move while somebody writes.
 * @param {EditorView} view @param {string} text
 */
function replace(view, text) {
  const old = view.state.doc.toString();
  const least = Math.min(old.length, text.length);
  let from = 0;
  while (from < least && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let end = 0;
  while (end < least - from && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++;
  if (from === old.length && from === text.length) return;
  view.dispatch({ changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) } });
}

/** @param {EditorState} state @param {At} at @returns {{ from: number, to: number }} offsets in the text as it is now */
function offsets(state, at) {
  const line = state.doc.line(Math.min(at.line, state.doc.lines));
  return { from: Math.min(line.from + at.from, line.to), to: Math.min(line.from + at.to, line.to) };
}

/**
 * @param {HTMLElement} parent
 * @param {() => void} changed is told when somebody has edited the text
 */
export function makeEditor(parent, changed) {
  const listener = EditorView.updateListener.of((update) => update.docChanged && changed());
  const label = EditorView.contentAttributes.of({ "aria-label": "Your gallery, as JSON", tabindex: "0" });
  const view = makeView(parent, [lintGutter(), listener, label, EditorView.lineWrapping]);
  return {
    text: () => view.state.doc.toString(),
    /** @param {string} text is shown from its beginning */
    replace(text) {
      replace(view, text);
      view.dispatch({ selection: { anchor: 0 } });
      view.scrollDOM.scrollTop = 0;
    },
    /** @param {Finding[]} findings */
    mark(findings) {
      const marks = findings.slice(0, MARKED).map((each) => ({
        ...offsets(view.state, each.at),
        severity: each.severity,
        source: `${each.code} ${each.name}`,
        message: each.message,
      }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    /** @param {At} at is selected and shown */
    goTo(at) {
      const { from, to } = offsets(view.state, at);
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
  };
}

/** @param {HTMLElement} parent */
export function makeViewer(parent) {
  const label = EditorView.contentAttributes.of({ "aria-label": "The converted items, as JSON", tabindex: "0" });
  const view = makeView(parent, [EditorState.readOnly.of(true), EditorView.lineWrapping, label]);
  return {
    text: () => view.state.doc.toString(),
    /** @param {string} text */
    replace: (text) => replace(view, text),
  };
}
