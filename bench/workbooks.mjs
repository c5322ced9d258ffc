// Workbooks of many bodies, one file each: node bench/workbooks.mjs [bodies] [sample]
// On a fresh demonstration: time and peak memory of making them all, of looking at them all (dry run) and of taking them in, each by one run of a
// command for one file and by one file for all; beside them, LibreOffice opening and saving a sample of the same files. Nothing is asserted: only the
// ratios of one run on one machine say anything.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const wanted = Number(process.argv[2] ?? 300);
const sample = Number(process.argv[3] ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'responsables-classeurs-'));
const data = join(folder, 'donnees');
const files = join(folder, 'classeurs');
const saved = join(folder, 'enregistres');
[files, saved].forEach(f => mkdirSync(f, { recursive: true }));

function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err, peak] = ['', '', 0];
    const watch = setInterval(() => {
      try { peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0)); } catch { /* it has ended */ }
    }, 20);
    child.stdout.on('data', d => { out += d; });
    child.stderr.on('data', d => { err += d; });
    child.on('close', code => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')}: ${err}`));
      else resolve({ out, seconds: (performance.now() - started) / 1000, peak: peak / 1024 });
    });
  });
}

const command = (...args) => run('./responsables', ...args, '--data', data);
const tell = (what, seconds, peak, n) => console.log(`${what}: ${seconds.toFixed(1)} s, ${(seconds * 1000 / n).toFixed(0)} ms a file, peak ${peak.toFixed(0)} MB`);

async function each(names, act) {
  let [seconds, peak] = [0, 0];
  for (const name of names) {
    const done = await act(name);
    seconds += done.seconds;
    peak = Math.max(peak, done.peak);
  }
  return [seconds, peak, names.length];
}

try {
  await command('init', '--demo');
  const year = '2025';
  const listed = JSON.parse((await command('organizations', 'list', '--at', '2025-12-31')).out);
  const bodies = listed.map(o => o.code).slice(0, wanted);
  const path = code => join(files, `${code}.xlsx`);
  const floor = await command('campaign', 'list');
  console.log(`${bodies.length} bodies; the command alone takes ${(floor.seconds * 1000).toFixed(0)} ms and ${floor.peak.toFixed(0)} MB each time`);
  tell('one file each, made', ...await each(bodies, c => command('answers', 'template', '--year', year, '--organization', c, '-o', path(c))));
  tell('one file each, looked at', ...await each(bodies, c => command('answers', 'import', path(c), '--year', year, '--dry-run')));
  tell('one file each, taken in', ...await each(bodies, c => command('answers', 'import', path(c), '--year', year)));
  const top = listed.find(o => o.kind === 'federation').code;
  const all = join(folder, 'tous.xlsx');
  const one = async (what, ...args) => { const done = await command(...args); tell(what, done.seconds, done.peak, 1); return done; };
  await one('one file for all, made', 'answers', 'template', '--year', year, '--under', top, '-o', all);
  console.log((await one('one file for all, looked at', 'answers', 'import', all, '--year', year, '--dry-run')).out.trim());
  await one('one file for all, taken in', 'answers', 'import', all, '--year', year);
  const size = readdirSync(files).reduce((sum, f) => sum + statSync(join(files, f)).size, 0) / bodies.length / 1024;
  console.log(`${size.toFixed(0)} kB a file; ${(statSync(all).size / 1024 / 1024).toFixed(1)} MB for all`);
  const few = bodies.slice(0, sample);
  // soffice is a shell that starts another program: its own peak says nothing, the time does.
  tell(`LibreOffice, ${few.length} of them, opened and saved one by one`, ...await each(few, c =>
    run('soffice', '--headless', `-env:UserInstallation=file://${folder}/profil`, '--convert-to', 'xlsx', '--outdir', saved, path(c))));
  const together = await run('soffice', '--headless', `-env:UserInstallation=file://${folder}/profil`, '--convert-to', 'xlsx', '--outdir', saved, ...few.map(path));
  tell(`LibreOffice, the same ${few.length} in one run`, together.seconds, 0, few.length);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
