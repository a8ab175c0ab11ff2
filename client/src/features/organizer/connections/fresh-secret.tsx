/** A new secret at the top of its list, until the user leaves the page. It is not shown again. */
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import styles from './connections.module.css'

export const FreshSecret = ({ name, secret, children }: { name: string; secret: string; children: ReactNode }) => {
  const { t } = useText()
  return (
    <div className={styles.fresh} role="status">
      <p>
        <strong>{children}</strong> {t('home.connections.once')}
      </p>
      <div className={styles.secret}>
        <code>{secret}</code>
        <CopyLink
          link={secret}
          text={{
            name,
            copy: t('app.copy'),
            copied: t('app.copied'),
            copiedAnnouncement: t('home.connections.copied'),
            copyFailed: t('home.connections.byHand'),
          }}
        />
      </div>
    </div>
  )
}
