/** How to join, on the room screen: the code is the carrier; the QR code is large before and after. */
import { inHalves } from '../../../session/join-code.ts'
import type { Joining } from '../../../session/session-ticket.ts'
import { useText } from '../../../text/use-text.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import styles from './display-join.module.css'

/** The address as one would type it. */
const hostOf = (url: string): string => new URL(url).host

export const ScreenJoin = ({ joining: { code, url }, large = false }: { joining: Joining; large?: boolean }) => {
  const { t } = useText()
  const qr = <QrCode value={url} label={t('screen.join')} className={styles.qr} />
  if (large) {
    return (
      <figure className={styles.large}>
        {qr}
        <figcaption>
          <strong className="num">{inHalves(code)}</strong>
          <span className="num">{hostOf(url)}</span>
        </figcaption>
      </figure>
    )
  }
  return (
    <div className={styles.small}>
      {qr}
      <p>
        {t('screen.askFloor')}
        <br />
        {t('screen.askQuestion')}
        <strong className="num">{inHalves(code)}</strong>
        <span className="num">{hostOf(url)}</span>
      </p>
    </div>
  )
}
