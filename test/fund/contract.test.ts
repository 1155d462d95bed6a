import { onTestFinished } from 'vitest';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { startSandboxServer } from '../../src/fund-sandbox/server/start-server.ts';
import { HttpFund } from '../../src/hub/adapters/fund/http/http-fund.ts';
import { SandboxFund } from '../../src/hub/adapters/fund/sandbox-fund.ts';
import { firm, HandMadeFund, qian, zhao } from '../support/fund.ts';
import { fundContract, type KnownAccounts } from './contract-suite.ts';
import { shippedMapping } from './support/mappings.ts';
import { authority, fundCertificate, hubCertificate } from './support/tls.ts';
import { wireServer } from './support/wire-server.ts';

const handMade: KnownAccounts = {
  people: [zhao, qian],
  employer: firm.account,
  nobody: { idNumber: '379900200001010014', account: '990000009999' },
};

fundContract('a few records by hand', async () => ({ fund: new HandMadeFund(), known: handMade }));

fundContract('HTTP, by the standard’s names', async () => {
  const mapping = shippedMapping('jgj-t-320');
  const { url } = await wireServer({ fund: new HandMadeFund(), mapping });
  return { fund: new HttpFund({ url, mapping }), known: handMade };
});

fundContract('HTTPS with certificates of both sides, by a centre’s own names, below a path', async () => {
  const mapping = shippedMapping('example-centre');
  const tls = { ...fundCertificate, ca: authority, requestCert: true, rejectUnauthorized: true };
  const { url } = await wireServer({ fund: new HandMadeFund(), mapping, tls, basePath: '/fund/api' });
  return {
    fund: new HttpFund({ url: `${url}/`, mapping, tls: { ...hubCertificate, ca: authority } }),
    known: handMade,
  };
});

const sandboxOptions = { seed: 7, people: 400, today: '2026-11-24' };
const peopleAsked = 60;

const knownTo = (sandbox: Sandbox): KnownAccounts => ({
  people: Array.from({ length: peopleAsked }, (_, index) => sandbox.person(index).identity),
  employer: sandbox.employerBook(0).identity.account,
  nobody: { idNumber: '379900200001010014', account: '990000009999' },
});

fundContract('the sandbox within the process', async () => {
  const fund = new SandboxFund(sandboxOptions);
  return { fund, known: knownTo(fund.sandbox) };
});

const key = { id: 'hotline', secret: 'a secret of the two sides' };

fundContract('the sandbox as a service, with signed questions', async () => {
  const sandbox = new Sandbox(sandboxOptions);
  const mapping = shippedMapping('jgj-t-320');
  const server = await startSandboxServer({ sandbox, mapping, key, port: 0 });
  onTestFinished(() => server.close());
  return { fund: new HttpFund({ url: server.url, mapping, key }), known: knownTo(sandbox) };
});
