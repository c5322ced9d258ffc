// Editions and their documents: node bench/editions.mjs
// On a fresh demonstration: an edition made against all public figures of its year written as CSV (the same reading, nothing kept); its files, and the sheet of every
// body in one go against the sheet of one. Time with the start of the program, and the largest memory of any process. Nothing is asserted: only the ratios of one
// run on one machine say anything. Needs the built command and Linux (/proc).
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const folder = mkdtempSync(join(tmpdir(), 'responsables-editions-'));
const data = join(folder, 'donnees');

/** Every process below one, itself first. */
function below(root) {
  const parents = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try { return [[Number(pid), Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])]]; } catch { return []; }
  });
  const found = [root];
  for (const pid of found) found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return found;
}

const resident = pid => { try { return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024; } catch { return 0; } };

function run(...args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('./responsables', [...args, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [lines, err] = [0, ''];
    const peaks = new Map();
    const watch = setInterval(() => below(child.pid).forEach(pid => peaks.set(pid, Math.max(peaks.get(pid) ?? 0, resident(pid)))), 100);
    child.stdout.on('data', d => { lines += d.toString().split('\n').length - 1; });
    child.stderr.on('data', d => { err += d; });
    child.on('close', code => {
      clearInterval(watch);
      const result = { seconds: (performance.now() - started) / 1000, program: Math.max(0, ...[...peaks.values()].slice(0, 1)), workers: Math.max(0, ...[...peaks.values()].slice(1)), lines };
      if (code === 0) resolve(result); else reject(new Error(`${args.join(' ')}: ${err}`));
    });
  });
}

const say = (what, { seconds, program, workers }, more = '') => console.log(`${what}: ${seconds.toFixed(1)} s, program ${program.toFixed(0)} MB, its workers ${workers.toFixed(0)} MB${more}`);
try {
  say('the demonstration, two editions of it', await run('init', '--demo'));
  const by = ['tree', 'region', 'department', 'network', 'branch'];
  let floor = 0;
  for (const hierarchy of by) floor += (await run('consolidate', '--year', '2024', '--by', hierarchy, '--public')).seconds;
  const made = await run('edition', 'create', '--year', '2024', '--reason', 'Mesure');
  say('an edition that corrects another', made, `, ${(made.seconds / floor).toFixed(2)} of its figures written by the command, one hierarchy after the other (${floor.toFixed(1)} s)`);
  for (const format of ['json', 'csv', 'xlsx', 'ods', 'html', 'pdf', 'docx', 'pptx']) {
    const into = join(folder, format);
    const exported = await run('edition', 'export', '3', '--format', format, '-o', into);
    say(`  as ${format}`, exported, `, ${(readdirSync(into).reduce((sum, f) => sum + statSync(join(into, f)).size, 0) / 1e6).toFixed(1)} MB`);
  }

  const one = await run('edition', 'export', '3', '--format', 'pdf', '--node', 'caf-33', '-o', join(folder, 'fiche'));
  say('the sheet of one body (PDF)', one);
  const all = await run('edition', 'export', '3', '--format', 'pdf', '--sheets', '-o', join(folder, 'fiches'));
  say(`the sheets of ${all.lines} bodies`, all, `, ${(all.seconds * 1000 / all.lines).toFixed(0)} ms each, ${(all.seconds / one.seconds).toFixed(1)} times that of one`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
