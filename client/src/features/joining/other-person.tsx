/**
 * Asks before somebody else enters on the device of a person who is in. Nothing else proves who joined by code, so only the link leads back
 * to what that person has asked.
 */

import { useEffect, useRef, useState } from 'react'
import { useAskedText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { NativeDialog } from '../../ui/native-dialog.tsx'
import { CopyOwnLink } from '../../widgets/copy-own-link.tsx'
import styles from './joining.module.css'
import { findLeftBehind, type LeftBehind } from './left-behind.ts'
import type { KnownPerson } from './walk-in.ts'

type OtherPersonProps = { person: KnownPerson; onClose: () => void; onOther: () => void }

/** Looks first for what would be lost. Where there is nothing, the other person enters without a question. */
export const OtherPerson = (props: OtherPersonProps) => {
  const [left, setLeft] = useState<LeftBehind | null>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const { person, onOther } = latest.current
    void findLeftBehind(person.ticket).then((found) => (found === null ? onOther() : setLeft(found)))
  }, [])
  return left === null ? null : <OtherPersonDialog {...props} left={left} />
}

const OtherPersonDialog = ({ person: { link, ticket }, left, onClose, onOther }: OtherPersonProps & { left: LeftBehind }) => {
  const { t } = useAskedText()
  const address = `${location.origin}/enter#${link}`
  return (
    <NativeDialog title={t('join.otherAsk')} closeText={t('app.cancel')} onClose={onClose}>
      <div className={styles.block}>
        <p>{t('join.otherLost', { who: ticket.entity })}</p>
        {left.isKnown ? (
          <ul className={styles.offers}>
            {left.hasRequest ? <li>{t('join.otherRequest')}</li> : null}
            {left.questions > 0 ? <li>{t('join.otherQuestions', { n: left.questions })}</li> : null}
          </ul>
        ) : (
          <p>{t('join.otherUnknown')}</p>
        )}
        <p>{t('join.otherWay')}</p>
        <div>
          <CopyOwnLink address={address} />
        </div>
        <Button look="danger" block onClick={onOther}>
          {t('join.otherEnter')}
        </Button>
      </div>
    </NativeDialog>
  )
}
