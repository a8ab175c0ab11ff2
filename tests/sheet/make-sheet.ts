/** Makes one page for a native speaker, with every text of a language next to the English one, by feature. The page loads nothing. */

import { readFileSync } from 'node:fs'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { findPlaceholders, listCounted } from '../support/catalogues.ts'
import { glossary, makeFinder, readWords, toConfirm } from '../support/glossary.ts'
import { productTexts } from '../support/product-texts.ts'
import { type Approval, digestText, getApproval, readApproved } from './approved.ts'
import { findUses } from './find-uses.ts'

const readPart = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const code = (text: string) => `<code>${escapeText(text)}</code>`

type Text = { readonly key: string; readonly english: string; readonly own: string }

/** Returns the first part of a key, which is the feature. Texts of the record have keys with slashes. */
const getFeature = (key: string) => (key.startsWith('record/') ? 'documents' : (key.split(/[./]/, 1)[0] ?? key))

function groupByFeature(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const features = new Map<string, Text[]>()
  for (const text of texts) features.set(getFeature(text.key), [...(features.get(getFeature(text.key)) ?? []), text])
  return features
}

const states: Readonly<Record<Approval, string>> = {
  approved: 'Approved',
  changed: 'Changed since it was approved',
  new: 'Not approved yet',
}

/** Writes a message with a count, as it reads with each of the numbers. */
const writeCounted = (language: LanguageId, key: string): string => {
  const forms = listCounted(language, key).map(([n, text]) => `<li value="${n}">${escapeText(text)}</li>`)
  return forms.length === 0 ? '' : `<ol class="counted">${forms.join('')}</ol>`
}

function writeRow(language: LanguageId, approved: ReadonlyMap<string, string>, { key, english, own }: Text): string {
  const digest = digestText(english, own)
  const state = getApproval(approved, key, digest)
  const doubtful = (toConfirm.get(language) ?? []).filter((form) => readWords(own).search(makeFinder(language, [form])) >= 0)
  const notes = [
    `<span class="state">${states[state]}</span>`,
    findPlaceholders(english).length > 0 && `Placeholders: ${findPlaceholders(english).map(code).join(' ')}`,
    doubtful.length > 0 && `<strong>To confirm: ${doubtful.map(escapeText).join('; ')}</strong>`,
    `In: ${findUses(key).map(code).join(' ')}`,
  ]
  return `<tr data-key="${escapeText(key)}" data-digest="${digest}" data-state="${state}">
<th scope="row">${code(key)}<small>${notes.filter((note) => note !== false).join('<br>')}</small></th>
<td lang="en">${escapeText(english)}</td><td lang="${language}" dir="auto"><div data-own>${escapeText(own)}</div>${writeCounted(language, key)}</td>
<td><label><input type="checkbox"> Not right</label><textarea rows="2" dir="auto" aria-label="Remark on ${escapeText(key)}"></textarea></td></tr>`
}

function writeFeature(feature: string, rows: readonly string[]): string {
  const head = '<tr><th>Key</th><th>English</th><th>Text</th><th>Remark</th></tr>'
  const title = `<h2 id="${escapeText(feature)}">${escapeText(feature)} (${rows.length})</h2>`
  const read = `<label class="read"><input type="checkbox" data-read="${escapeText(feature)}"> I have read these texts. Those without a remark are right.</label>`
  return `<section>${title}\n<table><thead>${head}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>${read}</section>`
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
  const approved = readApproved(language)
  const links = features.map(([feature]) => `<a href="#${escapeText(feature)}">${escapeText(feature)}</a>`)
  return `<!doctype html>
<html lang="en" data-language="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Rostrum: texts to review, ${language}</title>
<style>${readPart('sheet.css')}</style></head><body>
<header><strong>Rostrum, ${language}</strong> <span id="count" role="status"></span> <label><input type="checkbox" id="open"> Show only texts that are not approved</label> <button type="button" id="save">Save the remarks</button> <span id="kept"></span></header>
<p>Mark what is not right and write what should stand there. In braces stand names and numbers, and forms for numbers: leave their English words as they are.
What you write is kept in this browser. Below each part, say that you have read it. At the end, save the remarks and send the file back.</p>
${writeGlossary(language)}
<nav>${links.join(' ')}</nav>
${features
  .map(([feature, all]) =>
    writeFeature(
      feature,
      all.map((text) => writeRow(language, approved, text)),
    ),
  )
  .join('\n')}
<script>${readPart('in-page.mjs')}</script></body></html>
`
}
