import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { plainFault } from './plain-fault.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const VALID_DAYS = 365;

/** This machine's address on the local network; private ranges first. */
export function lanAddress(): string {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);
  const found = addresses.find((address) => /^(192\.168|10)\./.test(address)) ?? addresses[0];
  if (found) return found;
  throw plainFault(
    '本机没有接入局域网,手机无法访问;请先连上网络,或去掉 --lan。',
    'This machine is on no local network, so a phone cannot reach it; connect it, or leave out --lan.',
  );
}

/** A self-signed certificate for that address, made anew when the address changed or it ran out. */
export async function lanCertificate(
  folder: string,
  address: string,
): Promise<{ certFile: string; keyFile: string }> {
  const certFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');
  if (await stillGood(certFile, address)) return { certFile, keyFile };
  const made = await generate([{ name: 'commonName', value: 'Xuzheng on the local network' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: address },
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(certFile, made.cert);
  await writeFile(keyFile, made.private, { mode: 0o600 });
  return { certFile, keyFile };
}

async function stillGood(certFile: string, address: string): Promise<boolean> {
  const text = await readFile(certFile, 'utf8').catch(() => '');
  if (!text) return false;
  const certificate = new X509Certificate(text);
  const ends = Date.parse(certificate.validTo);
  return certificate.checkIP(address) !== undefined && ends > Date.now() + DAY_MS;
}
