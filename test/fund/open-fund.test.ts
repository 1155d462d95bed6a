import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { startSandboxServer } from '../../src/fund-sandbox/server/start-server.ts';
import type { FundSettings } from '../../src/hub/adapters/fund/fund-settings.ts';
import { openFund } from '../../src/hub/adapters/fund/open-fund.ts';
import type { FundObserver, FundPort } from '../../src/hub/ports/fund.ts';
import { HandMadeFund, zhao } from '../support/fund.ts';
import { temporaryDir } from '../support/stores.ts';
import { mappingText, shippedMapping } from './support/mappings.ts';
import { authority, fundCertificate, tlsFile } from './support/tls.ts';
import { wireServer } from './support/wire-server.ts';

const nothing: FundSettings = {
  fund: 'https://fund.invalid',
  mappingFile: undefined,
  signing: undefined,
  certificate: undefined,
  caFile: undefined,
  timeoutMs: undefined,
  concurrency: undefined,
  inClear: false,
  sandbox: { seed: undefined, people: undefined },
};
const observer: FundObserver = { answered: () => {}, breaker: () => {} };
const request = { id: 'open-fund' };

const opened = async (settings: Partial<FundSettings>): Promise<FundPort> => {
  const fund = await openFund({ ...nothing, ...settings })(observer);
  onTestFinished(() => fund.close());
  return fund;
};

const fileOf = async (text: string): Promise<string> => {
  const file = path.join(await temporaryDir(), 'file');
  writeFileSync(file, text);
  return file;
};

const bad = (place: string, reason: unknown) =>
  expect.objectContaining({
    name: 'HubStartError',
    code: 'bad_fund',
    details: expect.objectContaining({ place, reason }),
  });

describe('the fund that an operator names', () => {
  it('the sandbox, of a seed and so many people', async () => {
    const fund = await opened({ fund: 'sandbox', sandbox: { seed: 7, people: 300 } });
    const { idNumber, account } = new Sandbox({ seed: 7, people: 300, today: '2026-11-24' }).person(0).identity;
    expect(await fund.identity(idNumber, request)).toMatchObject({ account });
  });

  it('a service by the mapping that ships, signed with the secret of a file', async () => {
    const key = { id: 'hotline', secret: '0123456789abcdef' };
    const sandbox = new Sandbox({ people: 300, today: '2026-11-24' });
    const server = await startSandboxServer({ sandbox, mapping: shippedMapping('jgj-t-320'), key, port: 0 });
    onTestFinished(() => server.close());
    const signing = { keyId: key.id, secretFile: await fileOf(`${key.secret}\n`) };
    const fund = await opened({ fund: server.url, signing });
    const { idNumber, account } = sandbox.person(0).identity;
    expect(fund.name).toBe('住房公积金中心（JGJ/T 320-2014）');
    expect(await fund.identity(idNumber, request)).toMatchObject({ account });
  });

  it('a service by a mapping of its own, with certificates of both sides', async () => {
    const tls = { ...fundCertificate, ca: authority, requestCert: true, rejectUnauthorized: true };
    const { url } = await wireServer({ fund: new HandMadeFund(), mapping: shippedMapping('example-centre'), tls });
    const fund = await opened({
      fund: url,
      mappingFile: await fileOf(mappingText('example-centre')),
      certificate: { certFile: tlsFile('hub.pem'), keyFile: tlsFile('hub.key') },
      caFile: tlsFile('authority.pem'),
    });
    expect(await fund.identity(zhao.idNumber, request)).toMatchObject({ account: zhao.account });
  });

  it('is not asked in the clear, but on this machine or when somebody says so', async () => {
    await expect(opened({ fund: 'http://fund.example:8080/api' })).rejects.toThrow(
      expect.objectContaining({ code: 'fund_in_clear', details: { url: 'http://fund.example:8080' } }),
    );
    await expect(opened({ fund: 'http://127.0.0.1.example' })).rejects.toThrow(
      expect.objectContaining({ code: 'fund_in_clear' }),
    );
    await opened({ fund: 'http://fund.example:8080/api', inClear: true });
    for (const fund of ['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9', 'https://fund.example']) {
      await opened({ fund });
    }
  });

  it('a mapping file that is not there, or not right, is named with its line', async () => {
    await expect(opened({ mappingFile: '/nowhere/m.yaml' })).rejects.toThrow(bad('/nowhere/m.yaml', 'ENOENT'));
    const file = await fileOf(mappingText('jgj-t-320').replace('money: yuan', 'money: jiao'));
    await expect(opened({ mappingFile: file })).rejects.toThrow(
      bad(`${file}:7`, expect.stringMatching(/^forms\.money: .*"yuan"\|"fen"/)),
    );
  });

  it('a secret that is too short is refused, and not told', async () => {
    const secretFile = await fileOf('swordfish');
    const error = await opened({ signing: { keyId: 'hotline', secretFile } }).catch((fault: unknown) => fault);
    expect(error).toEqual(bad(secretFile, 'a secret has at least 16 bytes'));
    expect(JSON.stringify(error) + (error as Error).stack).not.toContain('swordfish');
  });

  it('certificates that are none, or do not belong together, are refused', async () => {
    const none = await fileOf('no certificate');
    const [certFile, keyFile] = [tlsFile('hub.pem'), tlsFile('fund.key')];
    await expect(opened({ certificate: { certFile, keyFile } })).rejects.toThrow(
      bad(`${certFile}, ${keyFile}`, expect.any(String)),
    );
    await expect(opened({ caFile: '/nowhere/ca.pem' })).rejects.toThrow(bad('/nowhere/ca.pem', 'ENOENT'));
    await expect(opened({ certificate: { certFile: none, keyFile } })).rejects.toThrow(
      bad(`${none}, ${keyFile}`, expect.any(String)),
    );
    await expect(opened({ caFile: none })).rejects.toThrow(bad(none, expect.any(String)));
  });
});
