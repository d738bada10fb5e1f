import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts one process that stays, and gives a function that converts a gallery in it, and one that ends it.
 *
 * Galleries go in a line each, and their items come out a line each, in the same order.
 */
export function startLens() {
  const lens = spawn(
    'gallery-lens',
    ['-q', 'convert', '--from', 'velo', '--input-format', 'ndjson', '--order', 'sort-order'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const waiting = []; // those whose line is not there yet, in the order of their galleries
  const stop = (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  createInterface({ input: lens.stdout }).on('line', (line) => {
    const { resolve, reject } = waiting.shift();
    const items = JSON.parse(line);
    if (Array.isArray(items)) resolve(items);
    else reject(new Error('This is not a gallery that can be read; gallery-lens lint says why.'));
  });
  lens.on('error', stop).on('close', () => stop(new Error('gallery-lens has ended.')));
  lens.stdin.on('error', stop);

  return {
    /** Gives the items of a gallery, as a promise. */
    convert: (gallery) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        lens.stdin.write(`${JSON.stringify(gallery)}\n`, (error) => error && reject(error));
      }),
    /** Ends the process, once everything is converted. */
    end: () =>
      new Promise((resolve) => {
        lens.on('close', resolve);
        lens.stdin.end();
      }),
  };
}
