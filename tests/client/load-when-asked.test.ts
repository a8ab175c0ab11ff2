// @vitest-environment jsdom
/** Parts of a page that are loaded on demand, with their messages. */
import { getText, loadLanguage, loadMore } from '@rostrum/client/text/text'
import { expect, test } from 'vitest'

test('[V231] two parts that are loaded at the same time each wait for the messages', async () => {
  await loadLanguage('en')
  const first = loadMore('asked')
  // The second one asks while the messages of the first are on their way.
  await loadMore('asked')
  expect(getText()?.messages.format('captions.in', { language: 'French' })).toContain('Captions')
  await first
})
