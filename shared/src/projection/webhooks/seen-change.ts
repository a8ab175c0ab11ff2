/** One commit as an audience sees it: both views, each part projected on request. Nothing else reaches a message. */
import type { EntryId, QuestionId } from '../../contract/ids.ts'
import type { Event, State } from '../../contract/registry.ts'
import type { MessageTypeOf, WebhookContents, WebhookTopic } from '../../contract/webhooks.ts'
import type { Instant } from '../../kernel/time.ts'
import type { QuestionRow } from '../questions/parts.ts'
import type { EntryRow } from '../queue/rows.ts'
import { type AudienceView, audienceParts } from '../registry.ts'
import { findTouched } from '../touched.ts'

type PartName = keyof typeof audienceParts
/** The value of one part before and after. */
export type Ends<Value> = { readonly from: Value; readonly to: Value }

/** `from` and `to`: the states before and after the commit. */
export type AppliedCommit = { readonly from: State; readonly to: State; readonly events: readonly Event[]; readonly at: Instant }

/** Before or after the commit. */
export type SeenEnd = keyof Ends<unknown>

export class SeenChange {
  readonly #commit: AppliedCommit
  readonly #audience: WebhookContents

  constructor(commit: AppliedCommit, audience: WebhookContents) {
    this.#commit = commit
    this.#audience = audience
  }

  get at(): Instant {
    return this.#commit.at
  }

  /** Returns a part at both ends. Null if none of the slices that it reads has changed. */
  compare<P extends PartName & keyof AudienceView>(name: P): Ends<AudienceView[P]> | null {
    const { from, to } = this.#commit
    if (audienceParts[name].reads.every((slice) => from[slice] === to[slice])) return null
    return { from: this.#project(name, from), to: this.#project(name, to) }
  }

  /** Returns a part after the commit. */
  read<P extends PartName & keyof AudienceView>(name: P): AudienceView[P] {
    return this.#project(name, this.#commit.to)
  }

  /** Returns a request that the audience sees at this end. */
  readEntry(id: EntryId, end: SeenEnd): EntryRow | undefined {
    return audienceParts.entries.rows?.row(this.#commit[end], id, this.#audience) as EntryRow | undefined
  }

  /** Lists the questions that may have changed. A row is undefined at an end at which there is none. */
  compareQuestions(): readonly (readonly [QuestionId, Ends<QuestionRow | undefined>])[] {
    const { from, to, events } = this.#commit
    const { rows, reads } = audienceParts.questions
    if (rows === undefined || reads.every((slice) => from[slice] === to[slice])) return []
    const { touches, row } = rows
    const ids = findTouched(events, { from, to }, this.#audience, (slice) => {
      const ofSlice = touches[slice]
      return ofSlice === undefined ? [] : [ofSlice as never]
    })
    // All questions can change only with a new plan, before anything was asked.
    if (ids === 'all') return []
    const read = (state: State, id: string) => row(state, id, this.#audience) as QuestionRow | undefined
    return [...ids].map((id) => [id as QuestionId, { from: read(from, id), to: read(to, id) }] as const)
  }

  #project<P extends PartName & keyof AudienceView>(name: P, state: State): AudienceView[P] {
    return (audienceParts[name].project as (state: State, audience: WebhookContents) => AudienceView[P])(state, this.#audience)
  }
}

/** `about`: the subject of the message, in a few words of the session. */
export type TopicMessage<T extends WebhookTopic = WebhookTopic> = {
  readonly type: MessageTypeOf<T>
  readonly about: string
  readonly data: object
}
