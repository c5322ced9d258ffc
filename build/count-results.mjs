// Counts the results that the test runners wrote (TRX and JUnit files of a folder) and prints them as the last line.
// Exits 1 on a failure, on an unreadable file or when nothing ran.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];

for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.trx')) {
    const results = [...text.matchAll(/<UnitTestResult\b[^>]*>/g)].map(([tag]) => tag);
    if (results.length === 0) sum.failed += 1;
    for (const tag of results) {
      const outcome = /\boutcome="([^"]*)"/.exec(tag)?.[1];
      if (outcome === 'Passed') sum.passed += 1;
      else if (outcome === 'NotExecuted') {
        sum.skipped += 1;
        skipped.push(/\btestName="([^"]*)"/.exec(tag)?.[1]);
      } else {
        sum.failed += 1;
        console.log(`failed: ${/\btestName="([^"]*)"/.exec(tag)?.[1]}`);
      }
    }
  } else if (file.endsWith('.xml')) {
    const cases = [...text.matchAll(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g)].map(([all]) => all);
    for (const one of cases) {
      if (one.includes('<failure')) sum.failed += 1;
      else if (one.includes('<skipped')) sum.skipped += 1;
      else sum.passed += 1;
    }
  }
}

for (const name of skipped) console.log(`skipped: ${name}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
