/** Makes a key and a certificate for TLS on this machine, like those that operators get from an authority. Nobody has signed this one. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** The paths of the two files. */
export type Certificate = { readonly key: string; readonly certificate: string }

/** Needs `openssl`. Valid for two days. */
export function makeCertificate(folder: string): Certificate {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'full-chain.pem')]
  const subject = ['-subj', '/CN=localhost', '-days', '2']
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' })
  return { key, certificate }
}
