// Types of TypeScript: reads {name: schema} as JSON from standard input, and writes {name: declarations}.
import { text } from 'node:stream/consumers';
import { compile } from 'json-schema-to-typescript';

const made = {};
for (const [name, schema] of Object.entries(JSON.parse(await text(process.stdin)))) {
  made[name] = await compile(schema, name, { bannerComment: '', format: false });
}
process.stdout.write(JSON.stringify(made));
