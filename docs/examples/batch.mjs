import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const lines = (written) => written.split('\n').filter(Boolean).map((line) => JSON.parse(line));

function* written(galleries) {
  for (const gallery of galleries) yield `${JSON.stringify(gallery)}\n`;
}

/**
 * Converts galleries, an iterable of whatever size, in one process.
 *
 * Gives `converted`, with the index, items and findings of each gallery, and `failed`, with the index and
 * findings of each that could not be read: nobody takes what is left of it for an empty gallery.
 */
export async function convertAll(galleries) {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-lens-'));
  const report = join(folder, 'findings.jsonl');
  try {
    const lens = spawn('gallery-lens', [
      ...['-q', 'convert', '--from', 'velo', '--input-format', 'ndjson'],
      ...['--order', 'sort-order', '--report', report],
    ]);
    const ended = new Promise((resolve, reject) => lens.on('close', resolve).on('error', reject));
    const [status, items, problem] = await Promise.all([
      ended,
      text(lens.stdout),
      text(lens.stderr),
      pipeline(Readable.from(written(galleries)), lens.stdin),
    ]);
    if (status === null || status > 1) throw new Error(problem);
    const converted = [];
    const failed = [];
    for (const [index, each] of lines(items).entries()) {
      if (Array.isArray(each)) converted.push({ index, items: each, findings: [] });
      else failed.push({ index, findings: [] });
    }
    const of = new Map([...converted, ...failed].map((each) => [each.index + 1, each]));
    for (const found of lines(await readFile(report, 'utf8'))) of.get(found.line).findings.push(found);
    return { converted, failed };
  } finally {
    await rm(folder, { recursive: true });
  }
}
