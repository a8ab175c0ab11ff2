/** The QR code of a private link. It is covered until a person asks to see it. */
import { useState } from 'react'
import { Icon } from './icon.tsx'
import styles from './masked-qr-code.module.css'
import { QrCode } from './qr-code.tsx'

type QrCodeText = { readonly name: string; readonly qr: string; readonly show: string; readonly hide: string }

export const MaskedQrCode = ({ link, text }: { link: string; text: QrCodeText }) => {
  const [shown, show] = useState(false)
  return (
    <button type="button" className={styles.cover} aria-expanded={shown} onClick={() => show(!shown)}>
      {shown ? (
        <>
          <QrCode value={link} label={text.qr} className={styles.inside} />
          <span className="sr">{text.hide}</span>
        </>
      ) : (
        <>
          <Icon name="lock" className={styles.lock} />
          {text.show}
          <span className="sr"> {text.name}</span>
        </>
      )}
    </button>
  )
}
