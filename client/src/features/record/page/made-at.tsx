/** When this record was made, and how it is made again. `children`: what else can be done with it. */
import type { ReactNode } from 'react'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../head.module.css'
import type { MadeRecord } from './use-record-page.ts'

type MadeAtProps = { made: MadeRecord; making: boolean; failed: boolean; onReload: () => void; children: ReactNode }

export const MadeAt = ({ made: { page, at }, making, failed, onReload, children }: MadeAtProps) => {
  const { t, rich } = useText()
  const time = formatExactTime(at, page.timeZone)
  return (
    <div className={styles.made}>
      <p>{page.isClosed ? t('record.made', { time }) : rich('record.soFar', { time })}</p>
      <Button look="quiet" size="small" disabled={making} onClick={onReload}>
        {t('record.again')}
      </Button>
      {children}
      {failed ? <p role="alert">{t('record.notMade', { time })}</p> : null}
    </div>
  )
}
