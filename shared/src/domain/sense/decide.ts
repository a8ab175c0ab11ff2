/** A prompt is put, closes by its clock or by hand, and its result is published or discarded. There is one at a time. */
import type { PersonId, PromptId } from '../../contract/ids.ts'
import { findPresiding } from '../../contract/presiding.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import type { Participation, Prompt, senseCommands } from '../../contract/sense.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { requireInSession, requireNotClosed, requireOpen } from '../phase-guards.ts'

/** In milliseconds. */
const [lastCallLength, leastAfterRestart] = [15_000, 20_000]

export const senseDeciders: Deciders<typeof senseCommands> = {
  'sense.put': (state, { text, options, one, length }, { id, at }) =>
    requireOpen(state, () => {
      const last = state.sense.prompts.at(-1)
      if (last?.status === 'open') return reject('prompt-open')
      if (last?.status === 'closed') return reject('result-undecided')
      const prompt: Prompt = {
        id: id as string as PromptId,
        ...{ text, options, one, length, segment: state.agenda.current, putAt: at, closesAt: (at + length) as Instant },
        ...{ lastCall: false, restarts: 0, status: 'open', closedAt: null, decidedAt: null },
        ...{ discarded: null, participation: null, breadth: null, shown: false },
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
  'sense.respond': (state, { prompt, option }, { at }) =>
    requireInSession(state, () =>
      requireOpenPrompt(state, prompt, ({ closesAt, options }) => {
        if (at >= closesAt) return reject('prompt-closed')
        return option < options.length ? noChange : reject('conflict')
      }),
    ),

  'sense.publish': (state, { prompt }, { actor, breadth }) =>
    requireUndecided(state, actor, prompt, () =>
      breadth === undefined ? reject('result-missing') : accept<Event>({ type: 'sense.published', data: { prompt, breadth } }),
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

/** Records the count of the server after the close. The first count is final. */
export const countResponses = (state: State, prompt: PromptId, participation: Participation): EventDecision => {
  const found = findPrompt(state, prompt)
  return found?.status === 'closed' && found.participation === null
    ? accept<Event>({ type: 'sense.counted', data: { prompt, participation } })
    : noChange
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

/** Returns whose response it is: the person's own, or their delegation's. A person without a delegation responds alone. */
export const getResponder = (one: Prompt['one'], person: { readonly id: PersonId; readonly entity: string }): string =>
  one === 'delegation' && person.entity !== '' ? `entity ${person.entity}` : person.id
