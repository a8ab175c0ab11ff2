import { endsWide } from '@rostrum/shared/kernel/text'

/** Sentences of one paragraph. */
export const joinTexts = (all: readonly string[]): string =>
  all.reduce((before, text) => (before === '' || endsWide(before) ? before + text : `${before} ${text}`), '')
