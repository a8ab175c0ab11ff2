/** "I cannot speak now" on a page that shows more than my turn. A phone does not load it. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Place } from '../../../ui/place.tsx'
import { useAsking } from '../../../widgets/use-asking.ts'
import { GiveUpButton } from './my-clock.tsx'

/** The same choice in place, for a page that shows more than my turn. */
export const CannotSpeak = ({ turn }: { turn: TurnView }) => {
  const { t } = usePhoneText()
  const { asking, ask, keep, place } = useAsking()
  return (
    <div ref={place} className="rows">
      <Place means={String(asking)}>
        {asking ? (
          <>
            <p tabIndex={-1} data-asking>
              {t('me.cannotSpeakHelp')}
            </p>
            <GiveUpButton turn={turn} look="accent" />
            <Button block onClick={keep}>
              {t('me.willSpeak')}
            </Button>
          </>
        ) : (
          <Button block data-asking onClick={ask}>
            {t('me.cannotSpeak')}
          </Button>
        )}
      </Place>
    </div>
  )
}
