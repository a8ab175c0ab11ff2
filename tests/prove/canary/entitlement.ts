/** Tells who may read what, derived from commands and events alone. It does not use the code that projects views. */
import type { CommandType, Event, State } from '@rostrum/shared/contract/registry'

/** The people who may read a mark: everybody, all of the staff, or single people. */
type Readers = { everybody: boolean; staff: boolean; readonly people: Set<string> }

const published = new Set(['approved', 'answering', 'answered'])

export class Entitlement {
  readonly #readers = new Map<string, Readers>()
  readonly #names = new Map<string, string>()

  /** Gives a mark a name for the report. */
  name(mark: string, what: string): void {
    this.#names.set(mark, what)
  }

  describe(mark: string): string {
    return this.#names.get(mark) ?? 'a mark that nobody made'
  }

  /** Adds a mark that nobody may read except these people, until something publishes it. */
  add(
    mark: string,
    { staff = false, people = [] }: { readonly staff?: boolean; readonly people?: readonly (string | null | undefined)[] },
  ): void {
    const readers = this.#readers.get(mark) ?? { everybody: false, staff: false, people: new Set<string>() }
    readers.staff ||= staff
    for (const person of people) if (person) readers.people.add(person)
    this.#readers.set(mark, readers)
  }

  /** Forgets a mark because its command was refused: nobody may read it. */
  forget(mark: string): void {
    this.#readers.delete(mark)
  }

  publish(mark: string): void {
    const readers = this.#readers.get(mark)
    if (readers !== undefined) readers.everybody = true
  }

  mayRead(mark: string, person: string, isStaff: boolean): boolean {
    const readers = this.#readers.get(mark)
    if (readers === undefined) return false
    return readers.everybody || (isStaff && readers.staff) || readers.people.has(person)
  }

  /** Notes that a command with this mark is about to be sent. */
  noteWritten(mark: string, type: CommandType, data: object, by: string, { queue, questions, people }: State): void {
    const its = data as { readonly entry?: string; readonly question?: string; readonly to?: string }
    const owner = [...queue.entries.values()].find(({ id }) => id === its.entry)?.speaker.person
    const author = [...questions.all.values()].find(({ id }) => id === its.question)?.author?.person
    const addressees = [...people.all.values()].filter(
      ({ role, channel }) =>
        its.to === role || its.to === channel || (its.to === 'podium' && role === 'panellist') || (its.to === 'room' && role === 'display'),
    )
    const isOwn = type === 'queue.join' || type === 'questions.ask' || type === 'statements.submit'
    this.add(mark, {
      // The text of a statement is in the record, and in no view except its author's.
      staff: type !== 'statements.submit',
      people: [isOwn ? by : null, owner, author, ...(type === 'cues.announce' ? addressees.map(({ id }) => id as string) : [])],
    })
    // Everybody sees a prompt.
    if ((type === 'cues.announce' && its.to === 'everyone') || type === 'sense.put') this.publish(mark)
  }

  /** Publishes the marks that these events show to everybody. `entities`: the mark of each person's entity. */
  noteEvents(events: readonly Event[], { questions, session }: State, entities: ReadonlyMap<string, string>): void {
    for (const event of events) {
      const question =
        'question' in event.data && typeof event.data.question === 'string' ? questions.all.get(event.data.question) : undefined
      if (question && (event.type === 'questions.approved' || (event.type === 'questions.edited' && published.has(question.status)))) {
        this.publish(question.text)
        if (session.questions.attribution === 'named') this.publish(entities.get(question.author?.person ?? '') ?? '')
      }
      // Events about the people who ask for the floor or have it contain their entities.
      if (/^(queue|floor)\./.test(event.type))
        for (const mark of entities.values()) if (JSON.stringify(event.data).includes(mark)) this.publish(mark)
    }
  }
}
