import type { SeenChange, TopicMessage } from './seen-change.ts'

/** The lines themselves are not in the log: programs read them over HTTP. */
export function listCaptionMessages(change: SeenChange): readonly TopicMessage<'captions'>[] {
  const languages = change.compare('captionLanguages')
  if (languages === null || languages.from.join() === languages.to.join()) return []
  return [{ type: 'captions.changed', about: languages.to.join(' '), data: { languages: languages.to } }]
}
