/** Copies a link. If the browser does not allow that, the link is shown so that a person can copy it by hand. */
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import styles from './copy-link.module.css'
import { screenReader } from './screen-reader.ts'

const copiedShownMs = 2500

type CopyLinkText = {
  readonly name: string
  readonly copy: string
  readonly copied: string
  /** Spoken after the link is copied. */
  readonly copiedAnnouncement: string
  /** The text shown if copying fails. It contains the link. */
  readonly copyFailed: string
}

export const CopyLink = ({ link, text }: { link: string; text: CopyLinkText }) => {
  const { name, copy: copyLabel, copied, copiedAnnouncement, copyFailed } = text
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome !== 'copied') return
    screenReader.say(copiedAnnouncement, 'copy')
    const timer = setTimeout(() => setOutcome(null), copiedShownMs)
    return () => clearTimeout(timer)
  }, [outcome, copiedAnnouncement])
  // A browser gives no clipboard to a page loaded without encryption.
  const copy = () => {
    const writing = navigator.clipboard?.writeText(link) ?? Promise.reject(new DOMException('no clipboard', 'NotAllowedError'))
    writing.then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  return (
    <>
      <Button look="quiet" size="inline" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {outcome === 'copied' ? copied : copyLabel}
        <span className="sr"> {name}</span>
      </Button>
      {outcome === 'failed' ? (
        <p className={styles.byHand} role="status">
          {copyFailed}
        </p>
      ) : null}
    </>
  )
}
