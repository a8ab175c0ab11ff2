/** The names of States and well-known organizations: every one in six languages, and found as people write them. */
import { foldName } from '@rostrum/shared/kernel/fold-name'
import { indexNames } from '@rostrum/shared/kernel/organization-names'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { nameTables } from '../support/catalogues.ts'

const tables = languageIds.map((id) => nameTables[id])
const codes = indexNames(tables)
const find = (name: string) => codes.get(foldName(name))

/** The alphabets in which a form may be written, apart from "77" and "/". */
const letters = {
  en: /^[\p{Script=Latin}\p{M}\d\s()’,&-]+$/u,
  fr: /^[\p{Script=Latin}\p{M}\d\s()’,-]+$/u,
  es: /^[\p{Script=Latin}\p{M}\d\s()’,-]+$/u,
  ru: /^[\p{Script=Cyrillic}\d\s()’,—-]+$/u,
  ar: /^[\p{Script=Arabic}ـ\d\s()،-]+$/u,
  zh: /^[\p{Script=Han}\d（）、]+$/u,
}

test('[P73] the 193 member States, both observer States and two more have a form for lists and one to be said, in six languages', () => {
  const states = Object.keys(nameTables.en).filter((code) => /^[A-Z]{2}$/.test(code) && code !== 'EU')
  expect(states).toHaveLength(193 + 2 + 2)
  for (const id of languageIds) {
    expect([id, Object.keys(nameTables[id])]).toEqual([id, Object.keys(nameTables.en)])
    for (const [code, [listed, said]] of Object.entries(nameTables[id])) {
      expect([id, code, listed]).toEqual([id, code, expect.stringMatching(letters[id])])
      expect([id, code, said]).toEqual([id, code, expect.stringMatching(letters[id])])
    }
  }
})

test('[P73] a form to be said has the preposition of its language, and no brackets that belong to a list', () => {
  for (const [code, [, said]] of Object.entries(nameTables.fr))
    expect([code, said]).toEqual([code, expect.stringMatching(/^(du |de |des |d’)/)])
  for (const [code, [, said]] of Object.entries(nameTables.es)) expect([code, said]).toEqual([code, expect.stringMatching(/^(del |de )/)])
  for (const id of languageIds)
    for (const [code, [, said]] of Object.entries(nameTables[id]))
      expect([id, code, said]).toEqual([id, code, expect.not.stringMatching(/[(（]/)])
})

test.each([
  ['BO', ['Bolivia', 'BOLIVIA (Plurinational State of)', 'Plurinational State of Bolivia', 'Bolivia, Plurinational State of', 'Bolivie']],
  ['IR', ['Iran (Islamic Republic of)', 'Iran (Islamic Rep. of)', 'iran', 'République islamique d’Iran', 'Исламская Республика Иран']],
  ['US', ['USA', 'U.S.A.', 'U.S.', 'United States', 'the United States of America', 'États-Unis', 'ee. uu.', 'США', '美国']],
  ['GB', ['UK', 'U.K.', 'United Kingdom', 'Royaume-Uni', 'Reino Unido', '英国']],
  ['CI', ["Cote d'Ivoire", 'Côte d’Ivoire', 'CÔTE D’IVOIRE', 'Ivory Coast', '科特迪瓦']],
  ['TR', ['Türkiye', 'Turkiye', 'Turkey', 'Турция']],
  ['NL', ['Netherlands', 'The Netherlands', 'Netherlands (Kingdom of the)', 'Kingdom of the Netherlands', 'Pays-Bas']],
  ['KR', ['Republic of Korea', 'Korea (Republic of)', 'Korea, Republic of', 'South Korea', 'R.O.K.']],
  ['KP', ['DPRK', 'D.P.R.K.', "Democratic People's Republic of Korea"]],
  ['CD', ['DR Congo', 'D.R. Congo', 'Dem. Rep. of the Congo', 'Democratic Republic of the Congo']],
  ['CG', ['Congo', 'Republic of the Congo', 'Congo-Brazzaville']],
  ['LC', ['Saint Lucia', 'St. Lucia', 'St Lucia', 'Sainte-Lucie', 'Ste Lucie']],
  ['KE', ['Kenya', ' kenya ', 'Republic of Kenya', 'Delegation of Kenya', 'Permanent Mission of Kenya', 'délégation du Kenya', 'Кения']],
  ['TO', ['Tonga', 'Kingdom of Tonga']],
  ['TT', ['Trinidad & Tobago', 'Trinidad and Tobago']],
  ['EU', ['European Union', 'the European Union', 'EU', 'Union européenne', 'Европейский союз', '欧盟']],
  ['OHCHR', ['OHCHR', 'Office of the United Nations High Commissioner for Human Rights', 'HCDH']],
])('[P73] %s is found as people write it', (code, written) => {
  for (const name of written) expect([name, find(name)]).toEqual([name, code])
})

test('[P73] no form belongs to two, and a name that is not known is not taken for another', () => {
  const owners = new Map<string, string>()
  for (const table of tables)
    for (const [code, forms] of Object.entries(table))
      for (const form of forms) {
        const folded = foldName(form)
        expect([form, owners.get(folded) ?? code]).toEqual([form, code])
        owners.set(folded, code)
      }
  for (const name of [
    'Internet Society',
    'Republic of China',
    'Korea',
    'Georgia Tech',
    'Guinea Pig Society',
    'IT for Change',
    'Delegation',
    '',
  ])
    expect([name, find(name)]).toEqual([name, undefined])
})
