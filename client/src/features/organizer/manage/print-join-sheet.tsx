/** The way in for everybody on a sheet of paper: to hang at a door, or to lie on the tables. */

import { inHalves } from '../../../session/join-code.ts'
import type { Summary } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet, usePrinting } from '../../../ui/print-sheet.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import styles from './print-join-sheet.module.css'

type PrintProps = { session: Summary; code: string; join: string }

export const PrintDoor = (props: PrintProps) => {
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
          <WayIn {...props} />
        </PrintSheet>
      ) : null}
    </>
  )
}

const WayIn = ({ session, code, join }: PrintProps) => {
  const { t } = useText()
  // Without the code behind it: that is for those who write it.
  const { host, pathname } = new URL(join)
  return (
    <div className={styles.wayIn}>
      <h1 dir="auto">{session.title}</h1>
      <p>{t('home.printedHow')}</p>
      <QrCode value={join} label={t('home.qrFor', { name: t('home.participants') })} className={styles.qr} />
      <p>{t('home.printedOr', { address: `${host}${pathname}` })}</p>
      <p className={styles.code}>
        <span className="num">{inHalves(code)}</span>
      </p>
    </div>
  )
}
