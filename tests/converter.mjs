// Converts the documents on standard input, a JSON array, with the converter named, and prints the answers.
import { readFileSync } from 'node:fs';

const { convert } = await import(process.argv[2]);
const documents = JSON.parse(readFileSync(0, 'utf8'), (key, value) =>
  value && typeof value === 'object' && Object.keys(value).join() === '$float' ? Number(value.$float) : value);
process.stdout.write(JSON.stringify(documents.map((document) => {
  try {
    return convert(document);
  } catch (error) {
    return { error: String(error?.stack ?? error) };
  }
})));
