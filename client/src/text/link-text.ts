/** The texts for a private link and its QR code. */
import type { Translate } from './messages.ts'

export type LinkText = {
  readonly name: string
  readonly qr: string
  readonly show: string
  readonly hide: string
  readonly copy: string
  readonly copied: string
  readonly copiedAnnouncement: string
  readonly copyFailed: string
}

export const getLinkText = (t: Translate, name: string, link: string): LinkText => ({
  name,
  qr: t('home.qrFor', { name }),
  show: t('home.showQr'),
  hide: t('home.hideQr'),
  copy: t('app.copy'),
  copied: t('app.copied'),
  copiedAnnouncement: t('home.copied'),
  copyFailed: t('home.copyFailed', { link }),
})
