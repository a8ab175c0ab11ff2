/** The link to one surface of a session: its QR code, masked if the link is private, and its actions. */
import type { ReactNode } from 'react'
import { getLinkText } from '../../../text/link-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { MaskedQrCode } from '../../../ui/masked-qr-code.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import styles from './session-links.module.css'

type RoleCardProps = {
  name: string
  note: ReactNode
  link: string
  /** The link gives control of the session, so it is hidden until the user asks for it. */
  isMasked?: boolean | undefined
  /** True if the organizer may want to open this surface. */
  canOpen?: boolean | undefined
  children?: ReactNode
}

export const RoleCard = ({ name, note, link, isMasked = false, canOpen = false, children }: RoleCardProps) => {
  const { t } = useText()
  const linkText = getLinkText(t, name, link)
  return (
    <article className={styles.role}>
      <h3>{name}</h3>
      <p className={styles.note}>{note}</p>
      {isMasked ? (
        <MaskedQrCode link={link} text={linkText} />
      ) : (
        <QrCode value={link} label={t('home.qrFor', { name })} className={styles.qr} />
      )}
      <div className={styles.acts}>
        <CopyLink link={link} text={linkText} />
        {canOpen ? (
          <ButtonLink look="quiet" size="inline" href={link}>
            {t('app.open')}
            <span className="sr"> {name}</span>
          </ButtonLink>
        ) : null}
        {children}
      </div>
    </article>
  )
}
