// @vitest-environment jsdom
/** Text that people wrote carries its language if its letters tell it, and never a wrong one. */

import { detectLanguage } from '@rostrum/client/ui/writing'
import { Name, Written } from '@rostrum/client/ui/written.tsx'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { listFiles, readSource } from '../house/sources.ts'
import { measureLeastTime } from '../support/least-time.ts'

afterEach(cleanup)

test.each([
  ['شبكة المنظمات العربية غير الحكومية', 'ar'],
  ['شبكة ICT4D العربية للتنمية', 'ar'],
  ['Министерство связи', 'ru'],
  ['互联网协会', 'zh'],
  ['インターネット協会', 'ja'],
  ['인터넷 협회', 'ko'],
  ['Ένωση παρόχων', 'el'],
  ['สมาคมโทรคมนาคม', 'th'],
])('[V39] the language of %s is known from its letters', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each([
  'Réseau francophone',
  'Library federation',
  'انجمن پژوهشگران ایران',
  'اردو مرکزِ تحقیق، ٹیلی کام',
  'Міністерство зв’язку',
  'Library شبكة',
])('[V39] the language of %s is not known from its letters', (text) => {
  expect(detectLanguage(text)).toBe('')
})

test('[V39] a text without letters has no language', () => {
  expect([detectLanguage(''), detectLanguage('12:30')]).toEqual([undefined, undefined])
})

test('[V39] detecting the language takes no longer for a long text', () => {
  const text = 'я'.repeat(1_000_000)
  expect(measureLeastTime(() => detectLanguage(text))).toBeLessThan(200)
})

test('[V39] a name and a text carry their direction and their language', () => {
  const { container } = render(
    <main lang="en">
      <Name>شبكة</Name>
      <Written as="span">互联网协会的问题</Written>
      <Written>Why?</Written>
    </main>,
  )
  expect(
    [...container.querySelectorAll('main > *')].map((one) => [one.tagName, one.getAttribute('dir'), one.getAttribute('lang')]),
  ).toEqual([
    ['BDI', null, 'ar'],
    ['SPAN', 'auto', 'zh'],
    ['P', 'auto', ''],
  ])
})

test('[V39] no page shows people’s own text in any other way', () => {
  // These are fields for writing, and a title whose number makes it a sentence of the page.
  const others = ['client/src/ui/written.tsx', 'client/src/ui/combo-field.tsx', 'client/src/features/agenda/display/display-topic.tsx']
  const pages = listFiles('client/src').filter((path) => path.endsWith('.tsx') && !others.includes(path))
  expect(pages.filter((path) => /<bdi\b|<[a-z]\w*[^>]* dir="auto"/.test(readSource(path)))).toEqual([])
})
