/** The proofs that run at the same time as other tests, and the line that reports a proof. */
import { expect, test } from 'vitest'
import { formatProofLine, main } from './main.ts'
import { testShortForms } from './short-forms.ts'
import { proofs } from './table.ts'

testShortForms(({ isAlone, isPatient }) => !isAlone && !isPatient, {
  'kills-embedded': '[L15] ',
  'kills-redis': '[L15] ',
  'power-loss': '[L106] ',
  'same-time': '[L96] ',
  fuzz: '[L143] ',
  planted: '[L120] ',
})

test('[L90] a broken promise is reported together with its failures', () => {
  const held = { figure: '0 lost of 12', failures: [] }
  expect(formatProofLine('repeats', proofs.repeats, held)).toBe('ok   repeats          G2         0 lost of 12')
  const broken = { figure: '1 lost of 12', failures: ['the seventh'] }
  expect(formatProofLine('repeats', proofs.repeats, broken)).toBe('FAIL repeats          G2         1 lost of 12\n     the seventh')
})

test('[L90] an unknown proof, or options that do not fit, are refused', async () => {
  expect(await main(['--short', 'nothing'])).toBe(2)
  expect(await main(['repeats'])).toBe(2)
  expect(await main(['--short', '--long', 'repeats'])).toBe(2)
  expect(await main(['--short', '--seed', '1', 'repeats'])).toBe(2)
  expect(await main(['--short', '--seed', 'one', 'simulation'])).toBe(2)
  expect(await main(['--short', '--seed', '1'])).toBe(2)
})
