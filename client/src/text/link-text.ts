/** What is said around a private link and its QR code, wherever they are shown. */
import type { Speak } from './messages.ts'

export type LinkWords = {
  readonly name: string
  readonly qr: string
  readonly show: string
  readonly hide: string
  readonly copy: string
  readonly copied: string
  readonly saidCopied: string
  readonly byHand: string
}

export const linkWords = (t: Speak, name: string, link: string): LinkWords => ({
  name,
  qr: t('home.qrFor', { name }),
  show: t('home.showQr'),
  hide: t('home.hideQr'),
  copy: t('app.copy'),
  copied: t('app.copied'),
  saidCopied: t('home.copied'),
  byHand: t('home.copyFailed', { link }),
})
