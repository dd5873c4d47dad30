import { Told } from '../../pages/Told.tsx'
import { verdictNow } from './verdictNow.ts'

/** What the page says now, and why that is what it means. */
export const Verdict = () => {
  const { value } = verdictNow
  return (
    <section class="side verdict" aria-labelledby="verdict">
      <h2 id="verdict">
        Why <span class="soft">what the status page says, and what it means for this pod</span>
      </h2>
      {value !== null && 'told' in value && <Told told={value.told} icons="/icons/" />}
      {value !== null && 'wrong' in value && (
        <p class="note" role="status">
          {value.wrong}
        </p>
      )}
    </section>
  )
}
