/** A new API token. This is the only time that it is shown. */

import type { NewApiToken } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './tokens.module.css'

export const NewToken = ({ made: { name, token }, onDone }: { made: NewApiToken; onDone: () => void }) => {
  const { t } = useText()
  return (
    <div className={styles.fresh}>
      <p>
        <Written as="strong">{name}</Written>
      </p>
      <p>{t('home.tokenOnce')}</p>
      <code className={styles.secret}>{token}</code>
      <div className={styles.acts}>
        <CopyLink
          link={token}
          text={{
            name,
            copy: t('app.copy'),
            copied: t('app.copied'),
            copiedAnnouncement: t('home.tokenCopied'),
            copyFailed: t('home.tokenByHand'),
          }}
        />
        <Button look="quiet" size="inline" onClick={onDone}>
          {t('home.tokenDone')}
        </Button>
      </div>
    </div>
  )
}
