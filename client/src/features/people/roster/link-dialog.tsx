/** Somebody's own link, shown once: covered until it is asked for, and nowhere when this is closed. */
import { linkWords } from '../../../text/link-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { CoveredCode } from '../../../ui/masked-qr-code.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { calledOf } from '../person-name.ts'
import type { RosterRow } from '../roster-types.ts'
import styles from './people.module.css'

export const LinkDialog = ({ row, link, onClose }: { row: RosterRow; link: string; onClose: () => void }) => {
  const { t } = useText()
  const who = calledOf(t, row)
  const words = linkWords(t, who, link)
  return (
    <ModalDialog open title={t('people.linkOf', { who })} onClose={onClose}>
      <p>{t('people.linkOnce')}</p>
      <div className={styles.own}>
        <CoveredCode link={link} words={words} />
        <CopyLink link={link} words={words} />
      </div>
      <OverlayActions>
        <Button look="primary" onClick={onClose}>
          {t('people.done')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
