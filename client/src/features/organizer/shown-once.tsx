/** A new secret. This is the only time that it is shown. */

import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyLink } from '../../ui/copy-link.tsx'
import { Written } from '../../ui/written.tsx'
import styles from './access.module.css'

type ShownOnceProps = { name: string; value: string; help: string; copied: string; copyFailed: string; onDone: () => void }

export const ShownOnce = ({ name, value, help, copied, copyFailed, onDone }: ShownOnceProps) => {
  const { t } = useText()
  return (
    <div className={styles.fresh}>
      <p>
        <Written as="strong">{name}</Written>
      </p>
      <p>{help}</p>
      <code className={styles.secret}>{value}</code>
      <div className={styles.acts}>
        <CopyLink link={value} text={{ name, copy: t('app.copy'), copied: t('app.copied'), copiedAnnouncement: copied, copyFailed }} />
        <Button look="quiet" size="inline" onClick={onDone}>
          {t('home.tokenDone')}
        </Button>
      </div>
    </div>
  )
}
