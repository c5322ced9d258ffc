// Workbooks of many bodies: node bench/workbooks.mjs [bodies] [sample]
// On a fresh demonstration, time and peak memory of making one workbook a body, of looking at them (dry run) and of taking them in with an answer changed in
// each; the same for one workbook of all bodies; beside them, LibreOffice opening and saving a sample of the same files. Nothing is asserted: only the
// ratios of one run on one machine say anything. Needs the built command, the built bench/Workbooks, python3 to change an answer, and soffice.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const wanted = Number(process.argv[2] ?? 300);
const sample = Number(process.argv[3] ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'responsables-classeurs-'));
const [data, files, saved] = ['donnees', 'classeurs', 'enregistres'].map(name => join(folder, name));
[files, saved].forEach(f => mkdirSync(f));
const bench = 'artifacts/bin/Workbooks/release/Responsables.Bench.Workbooks.dll';

function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', d => { out += d; });
    child.stderr.on('data', d => { err += d; });
    child.on('close', code => (code === 0 ? resolve({ out: out.trim(), seconds: (performance.now() - started) / 1000 }) : reject(new Error(`${program} ${args.join(' ')}: ${err}`))));
  });
}

async function measure(what, act) {
  const [seconds, peak, bodies, answers] = (await run('dotnet', bench, data, files, act, String(wanted))).out.split(' ').map(Number);
  console.log(`${what}: ${seconds.toFixed(2)} s for ${bodies} bodies (${(seconds * 1000 / bodies).toFixed(1)} ms a body), peak ${peak} MB${answers ? `, ${answers} answers` : ''}`);
}

// One site more, or that many more sites, where the answer is not validated: its cell is unlocked.
const change = String.raw`
import re,sys,zipfile
for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as z: parts={n:z.read(n) for n in z.namelist()}
    looks=re.findall(r'<x:xf .*?</x:xf>',parts['xl/styles.xml'].decode('utf-8').split('<x:cellXfs>')[1])
    free={str(i) for i,look in enumerate(looks) if 'locked="0"' in look}
    def row(m):
        return re.sub(r'(<x:c r="[FH][0-9]+" s="([0-9]+)">)<x:v>([0-9]+)</x:v>',lambda c:c.group(1)+'<x:v>%d</x:v>'%(int(c.group(3))+(c.group(2) in free)),m.group(0)) if '>nb_sites<' in m.group(0) else m.group(0)
    name='xl/worksheets/sheet2.xml'
    parts[name]=re.sub(r'<x:row .*?</x:row>',row,parts[name].decode('utf-8'),flags=re.S).encode('utf-8')
    with zipfile.ZipFile(path,'w',zipfile.ZIP_DEFLATED) as z:
        for n,c in parts.items(): z.writestr(n,c)
`;

try {
  await run('./responsables', 'init', '--demo', '--data', data);
  await measure('one workbook a body, made', 'make');
  const made = readdirSync(files).map(f => join(files, f));
  console.log(`  ${(made.reduce((sum, f) => sum + statSync(f).size, 0) / made.length / 1024).toFixed(0)} kB each`);
  await run('python3', '-c', change, ...made);
  await measure('one workbook a body, looked at', 'look');
  await measure('one workbook a body, taken in', 'take');
  await measure('one workbook for all, made', 'make-all');
  const all = join(files, 'tous.xlsx');
  console.log(`  ${(statSync(all).size / 1024 / 1024).toFixed(1)} MB`);
  await run('python3', '-c', change, all);
  await measure('one workbook for all, looked at', 'look-all');
  await measure('one workbook for all, taken in', 'take-all');
  const office = ['--headless', `-env:UserInstallation=file://${folder}/profil`, '--convert-to', 'xlsx', '--outdir', saved];
  const few = made.slice(0, sample);
  await run('soffice', ...office, few[0]);
  const together = await run('soffice', ...office, ...few);
  console.log(`LibreOffice, ${few.length} of them opened and saved in one run: ${together.seconds.toFixed(2)} s (${(together.seconds * 1000 / few.length).toFixed(1)} ms a file)`);
  const whole = await run('soffice', ...office, all);
  console.log(`LibreOffice, the one for all opened and saved: ${whole.seconds.toFixed(2)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
