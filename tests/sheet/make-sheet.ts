/** One page with every text of a language next to the English, by feature, for a native speaker to go through. It loads nothing. */

import { readFileSync } from 'node:fs'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { findPlaceholders } from '../support/catalogues.ts'
import { glossary, makeFinder, readWords, toConfirm } from '../support/glossary.ts'
import { productTexts } from '../support/product-texts.ts'
import { findUses } from './find-uses.ts'

const readPart = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const code = (text: string) => `<code>${escapeText(text)}</code>`

type Text = { readonly key: string; readonly english: string; readonly own: string }

/** The feature is the first part of a key. What is written in the record has keys with slashes. */
const getFeature = (key: string) => (key.startsWith('record/') ? 'documents' : (key.split(/[./]/, 1)[0] ?? key))

function groupByFeature(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const features = new Map<string, Text[]>()
  for (const text of texts) features.set(getFeature(text.key), [...(features.get(getFeature(text.key)) ?? []), text])
  return features
}

function writeRow(language: LanguageId, { key, english, own }: Text): string {
  const doubtful = (toConfirm.get(language) ?? []).filter((form) => readWords(own).search(makeFinder(language, [form])) >= 0)
  const notes = [
    findPlaceholders(english).length > 0 && `Placeholders: ${findPlaceholders(english).map(code).join(' ')}`,
    doubtful.length > 0 && `<strong>To confirm: ${doubtful.map(escapeText).join('; ')}</strong>`,
    `In: ${findUses(key).map(code).join(' ')}`,
  ]
  return `<tr data-key="${escapeText(key)}">
<th scope="row">${code(key)}<small>${notes.filter((note) => note !== false).join('<br>')}</small></th>
<td lang="en">${escapeText(english)}</td><td lang="${language}" dir="auto" data-own>${escapeText(own)}</td>
<td><label><input type="checkbox"> Not right</label><textarea rows="2" dir="auto" aria-label="Remark on ${escapeText(key)}"></textarea></td></tr>`
}

function writeFeature(language: LanguageId, feature: string, texts: readonly Text[]): string {
  const head = '<tr><th>Key</th><th>English</th><th>Text</th><th>Remark</th></tr>'
  const rows = texts.map((text) => writeRow(language, text)).join('\n')
  return `<h2 id="${escapeText(feature)}">${escapeText(feature)} (${texts.length})</h2>\n<table><thead>${head}</thead><tbody>\n${rows}\n</tbody></table>`
}

function writeGlossary(language: LanguageId): string {
  const rows = (glossary.get(language) ?? []).map(
    ({ english, word, never }) =>
      `<tr><td>${escapeText(english)}</td><td dir="auto">${escapeText(word)}</td><td dir="auto">${escapeText(never.join('; '))}</td></tr>`,
  )
  return `<details><summary>The words of this language</summary><table><tr><th>English</th><th>Word</th><th>Never</th></tr>${rows.join('')}</table></details>`
}

export function makeSheet(language: LanguageId): string {
  const own = productTexts.get(language) ?? new Map<string, string>()
  const texts = [...(productTexts.get('en') ?? [])].map(([key, english]) => ({ key, english, own: own.get(key) ?? '' }))
  const features = [...groupByFeature(texts)]
  const links = features.map(([feature]) => `<a href="#${escapeText(feature)}">${escapeText(feature)}</a>`)
  return `<!doctype html>
<html lang="en" data-language="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Rostrum: texts to review, ${language}</title>
<style>${readPart('sheet.css')}</style></head><body>
<header><strong>Rostrum, ${language}</strong> <span id="count" role="status"></span> <button type="button" id="save">Save the remarks</button> <span id="kept"></span></header>
<p>Mark what is not right and write what should stand there. In braces stand names and numbers, and forms for numbers: leave their English words as they are.
What you write is kept in this browser. At the end, save the remarks and send the file back.</p>
${writeGlossary(language)}
<nav>${links.join(' ')}</nav>
${features.map(([feature, all]) => writeFeature(language, feature, all)).join('\n')}
<script>${readPart('in-page.mjs')}</script></body></html>
`
}
