/** Title, place and time, and what was found, first. */
import { type Block, type Line, ours, paragraph, type Run, theirs } from './blocks.ts'
import { sentences, type Telling } from './report-context.ts'

export function opening(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { session, statistics } = record
  const strong = [
    ...(record.public ? [words.title.public] : []),
    ...(session.rehearsal ? [words.title.rehearsal] : []),
    ...(session.phase === 'closed' ? [] : [words.title.soFar(telling.moment(record.log.at))]),
  ]
  return [
    ...(session.series === null ? [] : [{ kind: 'subtitle', line: [theirs(session.series)] } as const]),
    { kind: 'title', line: [theirs(session.title)] },
    { kind: 'subtitle', line: [ours(words.title.record)] },
    ...strong.map((sentence) => paragraph(ours(sentence, 'strong'))),
    ...[session.host, placeOf(session)].flatMap((text) => (text === null ? [] : [paragraph(theirs(text))])),
    paragraph(ours(timesOf(telling))),
    paragraph(ours(words.title.registered(statistics.registered.room, statistics.registered.remote))),
    ...(session.about ?? '').split('\n').flatMap((text) => (text === '' ? [] : [paragraph(theirs(text))])),
    paragraph(...finding(telling)),
  ]
}

const placeOf = ({ place, venue }: Telling['record']['session']): string => (venue === null ? place : `${place}, ${venue}`)

function timesOf(telling: Telling): string {
  const {
    record: { session, log },
    words: { title },
  } = telling
  const span = (begin: string, end: string, named?: string): [string, string] => [
    telling.moment(begin, named),
    telling.moment(end, telling.dateOf(begin)),
  ]
  const { openedAt, plannedStart, plannedEnd } = session
  const said =
    openedAt === null
      ? title.planned(...span(plannedStart, plannedEnd))
      : title.held(...span(openedAt, session.closedAt ?? log.at), ...span(plannedStart, plannedEnd, telling.dateOf(openedAt)))
  return `${said} (${session.timeZone}).`
}

/** How many were heard, strong; then what became of the others. */
export function finding({ record, words: { finding: say } }: Telling): Line {
  const { requests, questions } = record.statistics
  const closed = record.session.phase === 'closed'
  const waiting = requests.waiting + requests.speaking
  const first: Run = ours(requests.total === 0 ? say.nobodyAsked : say.heard(requests.heard + requests.joint, requests.total), 'strong')
  const live = questions.answered.live ?? 0
  const more = [
    ...(requests['not-reached'] > 0 ? [say.notReached(requests['not-reached'], closed)] : []),
    ...(requests.withdrawn > 0 ? [say.withdrawn(requests.withdrawn)] : []),
    ...(requests.removed > 0 ? [say.removed(requests.removed)] : []),
    ...(waiting > 0 ? [say.waiting(waiting)] : []),
    ...(live > 0 ? [say.answered(live)] : []),
  ]
  return [first, ...sentences(['', ...more]).slice(1)]
}
