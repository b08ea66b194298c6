import { spawnSync } from 'node:child_process'
import type { Certificate } from './counting-server.ts'

/** Make a certificate for this machine, which a browser must be told to believe; `undefined` where OpenSSL is not installed. */
export function makeCertificate(): Certificate | undefined {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const args = ['req', '-x509', ...curve, '-nodes', '-subj', '/CN=127.0.0.1', '-days', '1', '-keyout', '-', '-out', '-']
  const { status, stdout } = spawnSync('openssl', args, { encoding: 'utf8' })
  const [key] = /-----BEGIN PRIVATE KEY-----.*?-----END PRIVATE KEY-----/s.exec(stdout) ?? []
  const [cert] = /-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/s.exec(stdout) ?? []
  return status === 0 && key !== undefined && cert !== undefined ? { key, cert } : undefined
}
