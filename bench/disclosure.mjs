// The public reading of the demonstration: node bench/disclosure.mjs DATA_FOLDER [runs]
// For each year, the time of the command that writes the figures by region, plain and as the public reads them: the difference is what finding
// the cells to hide costs, over all nodes and all counts of persons. Nothing is asserted: times are not comparable between machines.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'responsables');
const folder = process.argv[2];
const runs = Number(process.argv[3] ?? 3);
const csv = options => execFileSync(program, ['consolidate', '--data', folder, ...options], { encoding: 'utf8', maxBuffer: 1 << 30 }).trim().split('\n').slice(1);

function median(work) {
  const times = Array.from({ length: runs }, () => { const from = performance.now(); work(); return performance.now() - from; });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] / 1000;
}

const years = JSON.parse(execFileSync(program, ['campaign', 'list', '--data', folder], { encoding: 'utf8' })).map(c => c.year).sort();
for (const year of years) {
  const plain = median(() => csv(['--year', year, '--by', 'region']));
  const hidden = median(() => csv(['--year', year, '--by', 'region', '--public']));
  const [all, national] = [[], ['--node', 'ucanss']].map(more => csv(['--year', year, '--public', ...more]));
  const secret = rows => rows.filter(r => r.includes(',s,s,s,')).length;
  console.log(`${year}: ${plain.toFixed(1)} s, public ${hidden.toFixed(1)} s; hidden: ${secret(all)} of ${all.length} figures of organisations, ${secret(national)} of ${national.length} national`);
}
