/** Copies a link. Where the browser does not allow it, the link is shown to be copied by hand. */
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import styles from './copy-link.module.css'
import { announcements } from './screen-reader.ts'

const shortly = 2500

type CopyWords = {
  readonly name: string
  readonly copy: string
  readonly copied: string
  /** Spoken once it is copied. */
  readonly saidCopied: string
  /** With the link in it. */
  readonly byHand: string
}

export const CopyLink = ({ link, words }: { link: string; words: CopyWords }) => {
  const { name, copy: copyIt, copied, saidCopied, byHand } = words
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome !== 'copied') return
    announcements.say(saidCopied, 'copy')
    const timer = setTimeout(() => setOutcome(null), shortly)
    return () => clearTimeout(timer)
  }, [outcome, saidCopied])
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
        {outcome === 'copied' ? copied : copyIt}
        <span className="sr"> {name}</span>
      </Button>
      {outcome === 'failed' ? (
        <p className={styles.byHand} role="status">
          {byHand}
        </p>
      ) : null}
    </>
  )
}
