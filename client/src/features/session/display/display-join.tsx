/** How to join, on the room screen. The code is always shown; the QR code is large before and after the session. */

import type { JoinInfo } from '@rostrum/shared/api/tickets'
import { useView } from '../../../session/hooks.tsx'
import { formatJoinCode } from '../../../session/join-code.ts'
import { useText } from '../../../text/use-text.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import styles from './display-join.module.css'

/** The address as a person would type it. */
const getHost = (url: string): string => new URL(url).host

export const DisplayJoin = ({ joinInfo: { code, url }, large = false }: { joinInfo: JoinInfo; large?: boolean }) => {
  const { t } = useText()
  const isClosed = useView(({ queue }) => queue.status.kind === 'closed')
  const qr = <QrCode value={url} label={t('display.join')} className={styles.qr} />
  if (large) {
    return (
      <figure className={styles.large}>
        {qr}
        <figcaption>
          <strong className="num">{formatJoinCode(code)}</strong>
          <span className="num">{getHost(url)}</span>
        </figcaption>
      </figure>
    )
  }
  return (
    <div className={styles.small}>
      {qr}
      <p>
        {isClosed ? t('display.askQuestionOnly') : t('display.askFloorOrQuestion')}
        <strong className="num">{formatJoinCode(code)}</strong>
        <span className="num">{getHost(url)}</span>
      </p>
    </div>
  )
}

/** The small form, below a line that explains its purpose. */
export const DisplayJoinBelow = ({ joinInfo: { code, url } }: { joinInfo: JoinInfo }) => {
  const { t } = useText()
  return (
    <div className={styles.below}>
      <QrCode value={url} label={t('display.join')} className={styles.qr} />
      <strong className="num">{formatJoinCode(code)}</strong>
      <span className="num">{getHost(url)}</span>
    </div>
  )
}

/** The code alone, at the foot of a screen that is filled by other content. */
export const DisplayCode = ({ joinInfo: { code } }: { joinInfo: JoinInfo }) => (
  <strong className={`${styles.code} num`}>{formatJoinCode(code)}</strong>
)
