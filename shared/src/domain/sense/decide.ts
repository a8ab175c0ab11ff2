/** A prompt is put, closes by its clock or by hand, and its result is published or discarded. There is one at a time. */
import type { PromptId } from '../../contract/ids.ts'
import { isParticipant } from '../../contract/participants.ts'
import type { Person } from '../../contract/people.ts'
import { findPresiding } from '../../contract/presiding.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import type { Prompt, senseCommands } from '../../contract/sense.ts'
import { pauseBeforeSameSentence } from '../../contract/sense-words.ts'
import { isUnconfirmed } from '../../contract/walk-ins.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { foldName } from '../../kernel/fold-name.ts'
import { foldForSearch } from '../../kernel/fold-text.ts'
import type { Instant } from '../../kernel/time.ts'
import { listTexts, type Wording } from '../../kernel/wording.ts'
import { toPersonId } from '../actor.ts'
import { requireInSession, requireNotClosed, requireOpen } from '../phase-guards.ts'

/** In milliseconds. */
const [lastCallLength, leastAfterRestart] = [15_000, 20_000]

export const senseDeciders: Deciders<typeof senseCommands> = {
  'sense.put': (state, { text, one, length }, { id, at, responders = 0 }) =>
    requireOpen(state, () => {
      const last = state.sense.prompts.at(-1)
      if (last?.status === 'open') return reject('prompt-open')
      if (last?.status === 'closed') return reject('result-undecided')
      if (state.sense.prompts.some((earlier) => isRecent(earlier, at) && isSameSentence(earlier.text, text))) return reject('put-recently')
      const prompt: Prompt = {
        id: id as string as PromptId,
        ...{ text, one, length, of: responders, segment: state.agenda.current, putAt: at, closesAt: (at + length) as Instant },
        ...{ lastCall: false, restarts: 0, status: 'open', closedAt: null, decidedAt: null },
        ...{ discarded: null, result: null, shown: false },
      }
      return accept<Event>({ type: 'sense.put', data: { prompt } })
    }),

  'sense.last-call': (state, { prompt }, { at }) =>
    requireOpenPrompt(state, prompt, ({ closesAt, lastCall }) =>
      lastCall
        ? noChange
        : accept<Event>({ type: 'sense.last-called', data: { prompt, closesAt: Math.min(closesAt, at + lastCallLength) as Instant } }),
    ),

  'sense.close': (state, { prompt }, { actor, at }) =>
    requireOpenPrompt(state, prompt, ({ closesAt }) =>
      actor.person === 'system' && at < closesAt ? noChange : accept<Event>({ type: 'sense.closed', data: { prompt } }),
    ),

  'sense.withdraw': (state, { prompt }) =>
    requireOpenPrompt(state, prompt, () => accept<Event>({ type: 'sense.withdrawn', data: { prompt } })),

  /** Decides only whether the response is accepted. It goes to the memory of the server, and there is no event. */
  'sense.respond': (state, { prompt }, { actor, at }) =>
    requireInSession(state, () =>
      requireOpenPrompt(state, prompt, ({ closesAt }) => {
        if (at >= closesAt) return reject('prompt-closed')
        return isUnconfirmed(state.people.all.get(toPersonId(actor))) ? reject('not-confirmed') : noChange
      }),
    ),

  'sense.publish': (state, { prompt }, { actor, result }) =>
    requireUndecided(state, actor, prompt, () =>
      result === undefined ? reject('result-missing') : accept<Event>({ type: 'sense.published', data: { prompt, result } }),
    ),

  'sense.discard': (state, { prompt }, { actor }) =>
    requireUndecided(state, actor, prompt, () => accept<Event>({ type: 'sense.discarded', data: { prompt, reason: 'chair' } })),

  'sense.take-down': (state, { prompt }) =>
    requireNotClosed(state, () => {
      const shown = state.sense.prompts.find(({ id }) => id === prompt)
      if (shown?.status !== 'published') return reject('no-such-prompt')
      return shown.shown ? accept<Event>({ type: 'sense.taken-down', data: { prompt } }) : noChange
    }),
}

const findPrompt = ({ sense }: State, id: PromptId): Prompt | undefined => sense.prompts.find((prompt) => prompt.id === id)

const requireOpenPrompt = (state: State, id: PromptId, decide: (prompt: Prompt) => EventDecision): EventDecision => {
  const prompt = findPrompt(state, id)
  if (!prompt) return reject('no-such-prompt')
  return prompt.status === 'open' ? decide(prompt) : reject('prompt-closed')
}

/** Requires a closed prompt that is neither published nor discarded. Only the officer in the chair sees the result, and decides. */
const requireUndecided = (state: State, actor: Actor, id: PromptId, decide: () => EventDecision): EventDecision => {
  const prompt = findPrompt(state, id)
  if (findPresiding(state.people)?.id !== actor.person) return reject('forbidden')
  if (!prompt) return reject('no-such-prompt')
  return prompt.status === 'closed' ? decide() : reject('prompt-not-closed')
}

/** Called by a server that has no memory of the responses. Devices get time to resend them; a result is lost. */
export const restartPrompt = (state: State, prompt: PromptId, at: Instant): EventDecision => {
  const found = findPrompt(state, prompt)
  if (found?.status === 'open')
    return accept<Event>({
      type: 'sense.restarted',
      data: { prompt, closesAt: Math.max(found.closesAt, at + leastAfterRestart) as Instant },
    })
  return found?.status === 'closed' ? accept<Event>({ type: 'sense.discarded', data: { prompt, reason: 'lost' } }) : noChange
}

/** Ends a prompt with the session. An open one is withdrawn, and a result that nobody has decided on is discarded. */
export const makeSenseClosingEvents = ({ sense }: State): readonly Event[] => {
  const last = sense.prompts.at(-1)
  if (last?.status === 'open') return [{ type: 'sense.withdrawn', data: { prompt: last.id } }]
  return last?.status === 'closed' ? [{ type: 'sense.discarded', data: { prompt: last.id, reason: 'session-closed' } }] : []
}

/** Withdrawn sentences have no result, so they can be put again at once. */
const isRecent = ({ status, closedAt }: Prompt, at: Instant): boolean =>
  status !== 'withdrawn' && closedAt !== null && at < closedAt + pauseBeforeSameSentence

/** Case, accents, marks and spaces make no other sentence, and one language in common is enough. */
const isSameSentence = (one: Wording, other: Wording): boolean => {
  const texts = new Set(listTexts(one).map(foldForSearch))
  return listTexts(other).some((text) => texts.has(foldForSearch(text)))
}

/** True for participants whose registration is known. A name that somebody typed to join brings no response. */
export const canRespond = (person: Person): boolean => isParticipant(person) && !isUnconfirmed(person)

/** Returns whose response it is: the person's own, or their delegation's, however its name is spelled. Without a delegation: their own. */
export const getResponder = (one: Prompt['one'], person: Pick<Person, 'id' | 'entity'>): string =>
  one === 'delegation' && person.entity !== '' ? `entity ${foldName(person.entity)}` : person.id
