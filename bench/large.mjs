// Consolidation on a generated federation: node bench/large.mjs [bodies] [folder]
// Makes an organisations file and answers files, runs the command on a fresh SQLite database, and prints for each step its
// time and the peak resident memory of the process. Nothing is asserted: times are not comparable between machines.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const bodies = Number(process.argv[2] ?? 40000);
const folder = process.argv[3] ?? join(tmpdir(), `responsables-large-${bodies}`);
const perFile = 4000;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const funds = ['maladie', 'famille', 'retraite', 'recouvrement', 'agricole'];
const regions = ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93'];
const code = i => `corps-${String(i).padStart(6, '0')}`;
const number = (i, salt, most) => ((i * 2654435761 + salt * 40503) >>> 0) % most;

async function write(file, lines) {
  const out = createWriteStream(join(folder, file));
  for (const line of lines) if (!out.write(`${line}\n`)) await new Promise(resolve => out.once('drain', resolve));
  await new Promise(resolve => out.end(resolve));
}

function* organizations() {
  yield 'code,name,short_name,kind,network,branch,parent,region,department,valid_from,valid_to,successors';
  yield 'federation,Fédération,Fédération,federation,national,Interbranche,,,,,,';
  for (const fund of funds) yield `fonds-${fund},Fonds ${fund},Fonds ${fund},national_fund,national,${fund},federation,,,,,`;
  for (let i = 0; i < bodies; i += 1) {
    const fund = funds[i % funds.length];
    yield `${code(i)},Corps ${i},Corps ${i},local,R${i % 7},${fund},fonds-${fund},${regions[i % regions.length]},,,,`;
  }
}

function* answers(from, to) {
  yield 'organization,variable,breakdown,value,state,comment';
  for (let i = from; i < to; i += 1) {
    const staff = 50 + number(i, 1, 2000);
    const of = (variable, value) => `${code(i)},${variable},,${value},,`;
    yield of('effectif_physique_3112', staff);
    yield of('surface_m2', staff * 31);
    yield of('nb_salaries_teletravail', number(i, 2, staff));
    yield of('boeth', (staff * 0.05).toFixed(2));
    yield of('effectif_assujettissement_oeth', staff);
    yield of('jours_absence_courte', number(i, 3, staff * 3));
    yield of('jours_theoriques', staff * 210);
    yield of('ges_scope1', (staff * 0.21).toFixed(3));
    yield of('ges_scope2', (staff * 0.08).toFixed(3));
    yield of('nb_marches_recenses', 20 + number(i, 4, 50));
    yield of('nb_marches_clause_sociale', number(i, 5, 20));
    yield of('delai_moyen_paiement', 15 + number(i, 6, 30));
    yield of('nb_factures_payees', 500 + number(i, 7, 5000));
    yield of('comite_rso', number(i, 8, 3) ? 'oui' : 'non');
    yield of('cartographie_pp', number(i, 9, 2) ? 'oui' : 'non');
    yield of('mediatisation_externe', number(i, 10, 2) ? 'oui' : 'non');
  }
}

function run(...args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('./responsables', [...args, '--data', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const watch = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch { /* it has just ended */ }
    }, 50);
    child.on('exit', status => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${args.join(' ')}: exit ${status}`));
      console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(8)} s  ${(peak / 1024).toFixed(0).padStart(6)} MiB  ${args.slice(0, 2).join(' ')}`);
      resolve();
    });
  });
}

await write('organizations.csv', organizations());
await run('init');
await run('organizations', 'import', join(folder, 'organizations.csv'));
await run('campaign', 'open', '--year', '2024', '--framework', 'rso-2020');
for (let from = 0; from < bodies; from += perFile) {
  const file = `answers-${from}.csv`;
  await write(file, answers(from, Math.min(bodies, from + perFile)));
  await run('answers', 'import', join(folder, file), '--year', '2024', '--sign', '--validate');
}
await run('consolidate', '--year', '2024', '--node', 'federation');
await run('consolidate', '--year', '2024');
await run('consolidate', '--year', '2024', '--rebuild');
