/** The short form of the simulation, which runs at the same time as all other tests. */
import { testShortForms } from '../short-forms.ts'

testShortForms(({ isPatient }) => isPatient === true, {})
