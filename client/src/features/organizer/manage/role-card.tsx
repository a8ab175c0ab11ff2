/** One door of a session: its QR code, covered where the link is private, and what can be done with it. */
import type { ReactNode } from 'react'
import { linkWords } from '../../../text/link-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { CoveredCode } from '../../../ui/masked-qr-code.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import styles from './session-links.module.css'

type RoleCardProps = {
  name: string
  note: ReactNode
  link: string
  /** Whoever has it drives: not shown before somebody asks. */
  covered?: boolean | undefined
  /** Where the organiser may want to go. */
  opens?: boolean | undefined
  children?: ReactNode
}

export const RoleCard = ({ name, note, link, covered = false, opens = false, children }: RoleCardProps) => {
  const { t } = useText()
  const words = linkWords(t, name, link)
  return (
    <article className={styles.role}>
      <h3>{name}</h3>
      <p className={styles.note}>{note}</p>
      {covered ? (
        <CoveredCode link={link} words={words} />
      ) : (
        <QrCode value={link} label={t('home.qrFor', { name })} className={styles.qr} />
      )}
      <div className={styles.acts}>
        <CopyLink link={link} words={words} />
        {opens ? (
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
