/** My place in the list: the number, the wait, and on a phone who is before me. */
import type { Standing } from './standing.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Ahead, Place } from '../../ui/place.tsx'
import { useWindowWords } from './use-window.ts'

export type Waiting = Extract<Standing, { kind: 'queued' | 'next' }>

export const PlaceNumber = ({ index }: { index: number }) => {
  const { suffix } = useText()
  const { wait, span } = useWindowWords(index)
  return <Place number={index + 1} suffix={suffix(index + 1)} wait={wait} window={span} />
}

/** So many of those before me are named; a longer list says how many stand between. */
const named = 3

export const BeforeMe = ({ index }: { index: number }) => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const shown = line
    .slice(0, Math.min(index, named))
    .map(({ entry }, at) => ({ id: entry, place: at + 1, who: entries[entry]?.entity ?? '' }))
  const between = index - shown.length
  const more = between > 0 ? [{ id: 'more', place: '…', who: t('me.more', { n: between }) }] : []
  return <Ahead label={t('me.before')} rows={[...shown, ...more, { id: 'me', place: index + 1, who: t('me.you'), you: true }]} />
}
