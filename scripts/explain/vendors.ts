import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'

/** Every vendor that there is a file for. */
export const VENDORS: readonly Vendor[] = [kustomer]

/** The vendor whose status page has this id. Where it is nobody's, the first one, who refuses it as another page. */
export const vendorOf = (page: string | null | undefined): Vendor =>
  VENDORS.find((vendor) => vendor.page.id === page) ?? kustomer
