// The certificate of the door for phones, our own. In: the folder where it lies, and the names it must be good for. Out: key, certificate and fingerprint; made anew when the old one will not do.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { inDataFolder, makePrivate, readIfThere, writePrivately } from '../tokens'

export const LAN_FOLDER = 'lan'
export const KEY_FILE = 'key.pem'
export const CERTIFICATE_FILE = 'certificate.pem'

const DAY_MS = 86_400_000
/** Phones take no more than 397; some count the first day, too. */
const VALID_DAYS = 396
/** A phone whose clock is behind takes it as well. */
const BACKDATED_DAYS = 1
const RENEW_BEFORE_DAYS = 30
/** Kinds of a subjectAltName, RFC 5280. */
const DNS_NAME = 2
const IP_ADDRESS = 7

export interface Certificate {
  readonly key: string
  readonly certificate: string
  /** SHA-256, in pairs with colons. */
  readonly fingerprint: string
}

export interface CertificateOptions {
  readonly dataDir: string
  readonly names: readonly string[]
  /** Wall clock. */
  readonly nowMs: number
}

const coversName = (certificate: X509Certificate, name: string): boolean =>
  (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined

/** Null when it is damaged, does not fit its key or the names, or ends soon. */
function usable(key: string, pem: string, { names, nowMs }: CertificateOptions): Certificate | null {
  try {
    const certificate = new X509Certificate(pem)
    const isGood =
      certificate.checkPrivateKey(createPrivateKey(key)) &&
      Date.parse(certificate.validFrom) <= nowMs &&
      Date.parse(certificate.validTo) >= nowMs + RENEW_BEFORE_DAYS * DAY_MS &&
      names.every((name) => coversName(certificate, name))
    return isGood ? { key, certificate: pem, fingerprint: certificate.fingerprint256 } : null
  } catch {
    // Whatever is wrong with the files, a new pair replaces them.
    return null
  }
}

async function makeCertificate({ names, nowMs }: CertificateOptions): Promise<Certificate> {
  // Loading it takes 0.1 s, and it is needed about once a year.
  const { generate } = await import('selfsigned')
  const notBeforeMs = nowMs - BACKDATED_DAYS * DAY_MS
  const made = await generate([{ name: 'commonName', value: 'Psiona' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(notBeforeMs),
    notAfterDate: new Date(notBeforeMs + VALID_DAYS * DAY_MS),
    extensions: [
      // It vouches for itself alone: whoever trusts it trusts no other certificate by it.
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) ? { type: IP_ADDRESS, ip: name } : { type: DNS_NAME, value: name })),
      },
    ],
  })
  return { key: made.private, certificate: made.cert, fingerprint: new X509Certificate(made.cert).fingerprint256 }
}

/** The one on disk as long as it is good; else a new one, which is on disk then. @throws Problem 'data-not-writable' */
export const openCertificate = (options: CertificateOptions): Promise<Certificate> =>
  inDataFolder(options.dataDir, async () => {
    const folder = join(options.dataDir, LAN_FOLDER)
    const [keyFile, certificateFile] = [join(folder, KEY_FILE), join(folder, CERTIFICATE_FILE)]
    const [key, pem] = [await readIfThere(keyFile), await readIfThere(certificateFile)]
    const kept = key !== null && pem !== null ? usable(key, pem, options) : null
    if (kept) {
      await makePrivate(keyFile)
      return kept
    }
    const made = await makeCertificate(options)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // A crash between the two leaves a pair that does not fit, and so the next start makes both anew.
    await writePrivately(keyFile, made.key)
    await writePrivately(certificateFile, made.certificate)
    return made
  })
