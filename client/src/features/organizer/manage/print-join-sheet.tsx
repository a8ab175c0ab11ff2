/** A sheet of paper that explains how to join, for a wall or for the tables. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { formatJoinCode } from '../../../session/join-code.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet, usePrinting } from '../../../ui/print-sheet.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './print-join-sheet.module.css'

type PrintJoinSheetProps = { session: SessionSummary; code: string; join: string }

export const PrintJoinSheet = (props: PrintJoinSheetProps) => {
  const { t } = useText()
  const [printing, print] = usePrinting()
  return (
    <>
      <Button look="quiet" size="inline" icon="print" onClick={print}>
        {t('home.print')}
        <span className="sr"> {t('home.participants')}</span>
      </Button>
      {printing ? (
        <PrintSheet>
          <JoinSheet {...props} />
        </PrintSheet>
      ) : null}
    </>
  )
}

const JoinSheet = ({ session, code, join }: PrintJoinSheetProps) => {
  const { t } = useText()
  // The address has no code in it, because it is for people who type the code.
  const { host, pathname } = new URL(join)
  return (
    <div className={styles.wayIn}>
      <Written as="h1">{session.title}</Written>
      <p>{t('home.printedHow')}</p>
      <QrCode value={join} label={t('home.qrFor', { name: t('home.participants') })} className={styles.qr} />
      <p>{t('home.printedOr', { address: `${host}${pathname}` })}</p>
      <p className={styles.code}>
        <span className="num">{formatJoinCode(code)}</span>
      </p>
    </div>
  )
}
