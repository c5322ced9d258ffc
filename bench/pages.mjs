// Pages against a bare endpoint of 20 kB on the same server: node bench/pages.mjs [rounds]
// Serves the demonstration, made anew in a folder of its own, signs in as each role and asks for each page over 8 connections,
// in rounds that alternate with the bare endpoint. Prints medians, and ratios to the bare endpoint of the same run: times alone are
// not comparable between machines. The client runs on the same cores, which lowers the bare endpoint more than the pages.
import { spawn, execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const rounds = Number(process.argv[2] ?? 5);
const seconds = 3;
const connections = 8;
const folder = join(tmpdir(), 'responsables-bench-pages');
const password = 'quatre mots pour mesurer';
const env = { ...process.env, RESPONSABLES_DEMO_PASSWORD: password, RESPONSABLES_REQUESTS_PER_MINUTE: '100000000' };
const site = 'http://127.0.0.1:5191';
const bare = 'http://127.0.0.1:5192';
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function up(url) {
  for (let i = 0; i < 600; i += 1) {
    try { return await ask(url); } catch { await new Promise(r => setTimeout(r, 100)); }
  }
  throw new Error(`${url} does not answer`);
}

async function signIn(who) {
  const page = await ask(`${site}/connexion`);
  const jar = new Map();
  const keep = answer => (answer.headers['set-cookie'] ?? []).forEach(c => { const [pair] = c.split(';'); const at = pair.indexOf('='); jar.set(pair.slice(0, at), pair.slice(at + 1)); });
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  keep(page);
  const form = page.body.toString().match(/<main[\s\S]*<\/main>/)[0];
  const fields = new URLSearchParams([...form.matchAll(/<input type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  fields.set('email', `${who}@demonstration.invalid`);
  fields.set('password', password);
  const answer = await ask(`${site}/connexion`, { method: 'POST', headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' }, body: fields.toString() });
  if (answer.status !== 303) throw new Error(`${who} cannot sign in: ${answer.status}`);
  keep(answer);
  return { cookie: cookie() };
}

async function measure(url, headers) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const from = performance.now();
      const { status } = await ask(url, { headers });
      if (status !== 200) throw new Error(`${url}: ${status}`);
      times.push(performance.now() - from);
    }
  }));
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] };
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

rmSync(folder, { recursive: true, force: true });
execFileSync('./responsables', ['init', '--demo', '--data', folder], { env, stdio: 'ignore' });
execFileSync('dotnet', ['build', 'bench/Bare', '-c', 'Release', '-v', 'quiet', '--nologo']);
const children = [
  spawn('./responsables', ['serve', '--data', folder, '--urls', site], { env, stdio: 'ignore' }),
  spawn('dotnet', ['artifacts/bin/Bare/release/Responsables.Bare.dll', '--urls', bare], { stdio: 'ignore' }),
];
try {
  await up(`${site}/connexion`);
  await up(bare);
  const [contributor, federation] = [await signIn('contributeur'), await signIn('federation')];
  const list = (await ask(`${site}/dossiers`, { headers: contributor })).body.toString();
  const dossier = list.match(/\/dossiers\/[0-9a-f-]{36}/)[0];
  const pages = [
    ['bare endpoint', bare, {}],
    ['form, E2', `${site}${dossier}/engagements/E2`, contributor],
    ['dashboard, national', `${site}/chiffres/2024/ucanss`, federation],
    ['figure, opened', `${site}/chiffres/2024/ucanss/rso-gouv-cartographie-pp`, federation],
    ['review desk', `${site}/examen`, federation],
    ['published results', `${site}/resultats/2024`, {}],
    ['published indicator', `${site}/resultats/2024/indicateurs/rso-env-ges`, {}],
    ['published figures.csv', `${site}/donnees/2024/e2/figures.csv`, {}],
    ['published report (PDF)', `${site}/resultats/editions/2/documents/edition-2-rapport.pdf`, {}],
  ];
  const taken = pages.map(() => []);
  for (const [, url, headers] of pages) await measure(url, headers);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, [, url, headers]] of pages.entries()) taken[i].push(await measure(url, headers));
  }
  const floor = { perSecond: median(taken[0].map(t => t.perSecond)), p99: median(taken[0].map(t => t.p99)) };
  console.log('page                         req/s   p99 ms   req/s ÷ bare   p99 ÷ bare');
  for (const [i, [name]] of pages.entries()) {
    const [perSecond, p99] = [median(taken[i].map(t => t.perSecond)), median(taken[i].map(t => t.p99))];
    console.log(`${name.padEnd(24)} ${perSecond.toFixed(0).padStart(9)} ${p99.toFixed(1).padStart(8)} ${(perSecond / floor.perSecond).toFixed(3).padStart(14)} ${(p99 / floor.p99).toFixed(1).padStart(12)}`);
  }
} finally {
  for (const child of children) child.kill();
  agent.destroy();
}
