/** The QR code of a private link: covered until somebody asks for it. */
import { useState } from 'react'
import { Icon } from './icon.tsx'
import styles from './masked-qr-code.module.css'
import { QrCode } from './qr-code.tsx'

type CodeWords = { readonly name: string; readonly qr: string; readonly show: string; readonly hide: string }

export const CoveredCode = ({ link, words }: { link: string; words: CodeWords }) => {
  const [shown, show] = useState(false)
  return (
    <button type="button" className={styles.cover} aria-expanded={shown} onClick={() => show(!shown)}>
      {shown ? (
        <>
          <QrCode value={link} label={words.qr} className={styles.inside} />
          <span className="sr">{words.hide}</span>
        </>
      ) : (
        <>
          <Icon name="lock" className={styles.lock} />
          {words.show}
          <span className="sr"> {words.name}</span>
        </>
      )}
    </button>
  )
}
