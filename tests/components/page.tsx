/** The page of all components: `npm run components`. */
import '../../client/src/app/global.css'
import './page.css'
import { initTheme } from '@rostrum/client/ui/theme'
import { createRoot } from 'react-dom/client'
import { examples } from './examples.ts'

const Page = () => (
  <main>
    <h1>Components</h1>
    {Object.entries(examples)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, states]) => (
        <div key={file} className="component">
          <h2>{file}</h2>
          {Object.entries(states).map(([state, shown]) => (
            <figure key={state}>
              <figcaption>{state}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
              <section className="example" aria-label={`${file}: ${state}`} tabIndex={0}>
                {shown}
              </section>
            </figure>
          ))}
        </div>
      ))}
  </main>
)

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
initTheme(false)
createRoot(root).render(<Page />)
