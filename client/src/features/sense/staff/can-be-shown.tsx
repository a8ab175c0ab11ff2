/** Tells before a sentence is put whether a result can be shown, and offers a show of hands if it cannot. */
import { fewestShown } from '@rostrum/shared/contract/sense-words'
import type { PresentResponders } from '@rostrum/shared/projection/sense'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './compose-panel.module.css'
import type { Draft } from './draft.ts'

type CanBeShownProps = { present: PresentResponders; one: Draft['one']; text: string }

export const CanBeShown = ({ present, one, text }: CanBeShownProps) => {
  const { t } = useText()
  const isEnough = present[one] >= fewestShown
  const here = t(one === 'person' ? 'sense.presentPeople' : 'sense.presentDelegations', { n: present[one] })
  return (
    <div className={classNames(styles.notice, isEnough ? styles.shown : styles.notShown)} role="status">
      <Icon name={isEnough ? 'check' : 'hand'} />
      <div>
        <strong>{t(isEnough ? 'sense.canBeShown' : 'sense.cannotBeShown')}</strong>
        <p>
          <Sentences>
            {here}
            {present.unconfirmed > 0 ? t('sense.unconfirmedHere', { n: present.unconfirmed }) : null}
            {isEnough ? null : t('sense.fromTwenty', { n: fewestShown })}
          </Sentences>
        </p>
        {isEnough || text === '' ? null : <p>{t('sense.handsSay', { text })}</p>}
      </div>
    </div>
  )
}
