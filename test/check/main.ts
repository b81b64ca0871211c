import { resolve } from 'node:path';
import { allChecks } from './all.ts';
import { runChecks } from './check.ts';

// `npm run check`, or some of it: `npm run check -- types lint`.
const checks = allChecks(resolve(import.meta.dirname, '..', '..'));
const wanted = process.argv.slice(2);
const chosen = wanted.length ? checks.filter(({ name }) => wanted.some((word) => name.includes(word))) : checks;
const { passed, failed } = await runChecks(chosen, console.log);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !chosen.length ? 1 : 0;
