/** The proofs that judge times. */
import { testShortForms } from './short-forms.ts'

testShortForms(({ isAlone }) => isAlone === true, {
  restart: '[L104] ',
  flood: '[L105] ',
  'slow-readers': '[L103] ',
  'within-limits': '[L204] ',
})
