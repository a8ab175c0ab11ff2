/** The latest lines as screens show them. All readers ask for them, so that they are made once until something of them changes. */
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { showLine, type TrackLines } from './caption-line.ts'

/** An update, and what it was made from. */
type Made = {
  readonly version: number
  readonly floor: State['floor']
  readonly claimed: State['people']['claimed']
  readonly update: CaptionUpdate
}

export class LatestLines {
  readonly #made = new WeakMap<TrackLines, Made>()

  /** Returns the same object until a line, a turn or a claimed name changes. */
  show({ floor, people }: Pick<State, 'floor' | 'people'>, language: SpokenLanguage, track: TrackLines): CaptionUpdate {
    const { version } = track
    const { claimed } = people
    const known = this.#made.get(track)
    if (known?.version === version && known.floor === floor && known.claimed === claimed) return known.update
    const update = { language, lines: track.listLatest().map((line) => showLine({ floor, people }, line)) }
    this.#made.set(track, { version, floor, claimed, update })
    return update
  }
}
