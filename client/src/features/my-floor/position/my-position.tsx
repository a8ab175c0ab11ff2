/** My place in the list: the number, the wait, and on a phone who is before me. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Ahead, Place } from '../../../ui/my-position.tsx'
import { useCalledBefore } from '../calling-order.ts'
import type { InLine } from '../my-status.ts'
import { useWindowWords } from './use-window.ts'

type PlaceProps = { standing: InLine }

export const PlaceNumber = ({ standing: { entry, index } }: PlaceProps) => {
  const { suffix } = useText()
  const { wait, span } = useWindowWords(entry.id)
  return <Place number={index + 1} suffix={suffix(index + 1)} wait={wait} window={span} />
}

/** So many of those before me are named; a longer list says how many stand between. */
const named = 3

/** Rights of reply that come first have no number. */
export const BeforeMe = ({ standing: { entry, index } }: PlaceProps) => {
  const { t } = useText()
  const before = useCalledBefore(entry.id)
  const entries = useView((view) => view.entries)
  const replies = before.length - index
  const shown = before
    .slice(0, named)
    .map((id, at) => ({ id, place: at < replies ? '' : at - replies + 1, who: entries[id]?.entity ?? '' }))
  const between = before.length - shown.length
  const more = between > 0 ? [{ id: 'more', place: '…', who: t('me.more', { n: between }) }] : []
  return <Ahead label={t('me.before')} rows={[...shown, ...more, { id: 'me', place: index + 1, who: t('me.you'), you: true }]} />
}
