/** A style that no component uses has lost its effect, and nothing else would show it. */
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readSource } from './sources.ts'

const files = listFiles('client/src')
const components = files.filter((path) => /\.tsx?$/.test(path)).map(readSource)
const sheets = files.filter((path) => path.endsWith('.module.css'))

/** Lists the classes that the selectors of a style sheet name. */
const listClasses = (sheet: string): readonly string[] => {
  const selectors = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}|:global\([^)]*\)/g, ' ')
  return [...new Set([...selectors.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))]
}

/** Lists the classes that a component uses of a sheet by name. Null if it hands the sheet on or chooses a class by a value. */
const listUses = (component: string, sheet: string): readonly string[] | null => {
  const [, name = ''] = component.match(new RegExp(`import (\\w+) from '[./\\w-]*/${basename(sheet)}'`)) ?? []
  if (name === '') return []
  const uses = [...component.matchAll(new RegExp(`\\b${name}\\b(?:\\.(\\w+))?`, 'g'))].slice(1).map(([, used]) => used)
  return uses.includes(undefined) ? null : uses.flatMap((used) => used ?? [])
}

test('[L170] each class of a style sheet is used by a component that imports the sheet', () => {
  const composed = files.filter((path) => path.endsWith('.css')).flatMap((path) => readSource(path).match(/composes:[^;]*/g) ?? [])
  const unused = sheets.flatMap((path) => {
    const uses = components.map((component) => listUses(component, path))
    if (uses.includes(null)) return []
    const names = [...uses.flatMap((one) => one ?? []), ...composed.flatMap((text) => text.split(/[\s,:]+/))]
    return listClasses(readSource(path))
      .filter((name) => !names.includes(name))
      .map((name) => `${path}: .${name}`)
  })
  expect(unused).toEqual([])
})

/** The journeys judge the colours of a page in one language, because this holds. */
test('no rule for a language or a direction sets a colour', () => {
  const coloured = files
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) =>
      [...readSource(path).matchAll(/([^{};]*(?::lang\(|:dir\(|\[lang|\[dir)[^{};]*)\{([^{}]*)\}/g)]
        .filter(([, , body = '']) => /(^|[\s;-])(color|background|opacity|filter|fill|stroke|box-shadow)\b/.test(body))
        .map(([, selector = '']) => `${path}: ${selector.trim()}`),
    )
  expect(coloured).toEqual([])
})
