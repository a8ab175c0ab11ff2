/** A person's own link, shown once. It is masked until the user asks for it, and cannot be shown again after closing. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { getLinkText } from '../../../text/link-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { MaskedQrCode } from '../../../ui/masked-qr-code.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { formatPersonName } from '../person-name.ts'
import styles from './people.module.css'

export const LinkDialog = ({ row, link, onClose }: { row: RosterRow; link: string; onClose: () => void }) => {
  const { t } = useText()
  const who = formatPersonName(t, row)
  const words = getLinkText(t, who, link)
  return (
    <ModalDialog open title={t('people.linkOf', { who })} onClose={onClose}>
      <p>{t('people.linkOnce')}</p>
      <div className={styles.own}>
        <MaskedQrCode link={link} text={words} />
        <CopyLink link={link} text={words} />
      </div>
      <OverlayActions>
        <Button look="primary" onClick={onClose}>
          {t('people.done')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
