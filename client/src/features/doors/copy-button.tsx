/** Copies a link. Where the browser does not allow it, the link is shown to be copied by hand. */
import { useEffect, useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import styles from './links.module.css'

const shortly = 2500

export const CopyButton = ({ link, name }: { link: string; name: string }) => {
  const { t } = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome !== 'copied') return
    announcements.say(t('home.copied'), 'copy')
    const timer = setTimeout(() => setOutcome(null), shortly)
    return () => clearTimeout(timer)
  }, [outcome, t])
  // There is no clipboard where the page came without encryption.
  const copy = () => {
    const written = navigator.clipboard?.writeText(link) ?? Promise.reject(new DOMException('no clipboard', 'NotAllowedError'))
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  return (
    <>
      <Button look="quiet" size="inline" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {t(outcome === 'copied' ? 'app.copied' : 'app.copy')}
        <span className="sr"> {name}</span>
      </Button>
      {outcome === 'failed' ? (
        <p className={styles.byHand} role="status">
          {t('home.copyFailed', { link })}
        </p>
      ) : null}
    </>
  )
}
