/** One door of a session: its QR code, covered where the link is private, and what can be done with it. */
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { CopyButton } from './copy-button.tsx'
import styles from './links.module.css'

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
  const [shown, show] = useState(!covered)
  return (
    <article className={styles.role}>
      <h3>{name}</h3>
      <p className={styles.note}>{note}</p>
      {covered ? (
        <button type="button" className={styles.cover} aria-expanded={shown} onClick={() => show(!shown)}>
          {shown ? (
            <>
              <QrCode value={link} label={t('home.qrFor', { name })} className={styles.inside} />
              <span className="sr">{t('home.hideQr')}</span>
            </>
          ) : (
            <>
              <Icon name="lock" className={styles.lock} />
              {t('home.showQr')}
              <span className="sr"> {name}</span>
            </>
          )}
        </button>
      ) : (
        <QrCode value={link} label={t('home.qrFor', { name })} className={styles.qr} />
      )}
      <div className={styles.acts}>
        <CopyButton link={link} name={name} />
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
