import type { ComponentChildren } from 'preact'

interface BrandProps {
  readonly icon: string
  readonly title: string
  readonly children: ComponentChildren
}

/** How every page of tools begins: the beacon, a title, what this is. */
export const Brand = ({ icon, title, children }: BrandProps) => (
  <div class="brand">
    <img src={icon} alt="" width="48" height="48" />
    <div>
      <h1>{title}</h1>
      <p class="soft">{children}</p>
    </div>
  </div>
)
