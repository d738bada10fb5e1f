// What VS Code would say: reads requests as JSON from standard input, and writes an answer for each.
//
// A request is {name, schema, text} with any of {hover, complete}: [line, character] counted from 0.
import { text } from 'node:stream/consumers';
import languageservice from 'vscode-json-languageservice';

const { getLanguageService, TextDocument } = languageservice;

const answers = [];
for (const request of JSON.parse(await text(process.stdin))) {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.reject(new Error(`it would fetch ${uri}`)),
  });
  const uri = `file:///schemas/${request.name}.json`;
  service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*.json'], schema: request.schema }] });
  const document = TextDocument.create('file:///given.json', 'json', 1, request.text);
  const json = service.parseJSONDocument(document);
  const at = ([line, character]) => ({ line, character });
  const hover = request.hover && (await service.doHover(document, at(request.hover), json));
  const found = request.complete && (await service.doComplete(document, at(request.complete), json));
  answers.push({
    problems: (await service.doValidation(document, json)).map(({ range, message }) => ({
      line: range.start.line,
      message,
    })),
    hover: hover ? JSON.stringify(hover.contents) : null,
    completions: found ? found.items.map(({ label }) => label) : null,
  });
}
process.stdout.write(JSON.stringify(answers));
