/** Starts the server that the build has made. */
import { runBundle } from './bundle.ts'

runBundle()
