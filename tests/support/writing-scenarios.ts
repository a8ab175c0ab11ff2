/** The sessions in which notes and statements are possible. */
import type { NoteId, PersonId, StatementId } from '@rostrum/shared/contract/ids'
import type { CommandType } from '@rostrum/shared/contract/registry'
import { ask, command, join, queueOpen, toCommandId, toQuestionId } from './given.ts'
import { makeScenario, type Scenario } from './scenario.ts'

type WritingCommand = Extract<CommandType, `notes.${string}` | `statements.${string}`>

const emptyNote = { tag: null, segment: null, about: null }
const afterNote = [...queueOpen, command('desk', 'notes.add', { ...emptyNote, text: 'A point' }, { id: 'note' })]
const noteData = { note: toCommandId('note') as string as NoteId, expectedVersion: 0 }
const afterClose = [...queueOpen, join('gov-1'), join('civil-1'), command('chair', 'session.close', {})]
const submitStatement = (who: string) => command(who, 'statements.submit', { text: 'Said', expectedVersion: 0 })
const handedIn = { by: { kind: 'person', person: 'gov-1' as PersonId }, text: 'Handed in', expectedVersion: 0 } as const

export const writingScenarios: { readonly [C in WritingCommand]: (of: string) => Scenario<C> } = {
  'notes.add': () => makeScenario(queueOpen, () => ({ text: 'A point', tag: 'success', segment: null, about: null })),
  'notes.edit': () => makeScenario(afterNote, () => ({ ...noteData, text: 'Another', tag: null })),
  'notes.set-also': () =>
    makeScenario([...afterNote, ask('gov-1')], () => ({ ...noteData, also: [{ kind: 'question', question: toQuestionId('gov-1-asks') }] })),
  'notes.join': () =>
    makeScenario([...afterNote, command('desk', 'notes.add', { ...emptyNote, text: 'The same' }, { id: 'host' })], () => ({
      ...noteData,
      into: toCommandId('host') as string as NoteId,
    })),
  'notes.set-sentence': () =>
    makeScenario(afterNote, () => ({
      note: noteData.note,
      language: 'en',
      text: 'One participant noted: “A point”.',
      basis: { note: 'A point', tag: null, organizations: 1, groups: [], panel: false },
      expectedText: null,
    })),
  'notes.remove': () => makeScenario(afterNote, () => noteData),
  'statements.submit': () => makeScenario(afterClose, () => ({ text: 'What I would have said', expectedVersion: 0 })),
  'statements.withdraw': () =>
    makeScenario([...afterClose, submitStatement('gov-1'), submitStatement('civil-1')], () => ({ expectedVersion: 1 })),
  'statements.enter': () => makeScenario(afterClose, () => handedIn),
  'statements.remove': () =>
    makeScenario([...afterClose, command('desk', 'statements.enter', handedIn, { id: 'entered' })], () => ({
      statement: toCommandId('entered') as string as StatementId,
      expectedVersion: 1,
    })),
}
