/**
 * What effects look like in the picture. Each has a pattern of its own, so that nobody needs to tell colours apart; what
 * is only possible is drawn hollow.
 */
export const Patterns = () => (
  <svg class="hidden" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="down" class="is-down" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="full" width="8" height="8" />
      </pattern>
      <pattern
        id="failing"
        class="is-failing"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="full" width="6" height="6" />
        <rect class="gaps" width="2" height="6" />
      </pattern>
      <pattern id="delayed" class="is-delayed" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="pale" width="6" height="6" />
        <circle class="full" cx="3" cy="3" r="1.5" />
      </pattern>
      <pattern id="maintenance" class="is-maintenance" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="pale" width="6" height="6" />
        <rect class="full" width="6" height="2" />
      </pattern>
      <pattern id="notice" class="is-notice" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="pale" width="8" height="8" />
      </pattern>
      <pattern
        id="unwatched"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect class="stripe" width="2" height="6" />
      </pattern>
    </defs>
  </svg>
)
