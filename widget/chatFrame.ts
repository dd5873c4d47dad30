/** The frame of Kustomer's chat. What else is known of it is in `chats/kustomer.ts`; the loader needs no more than this. */
export const FRAME = 'iframe#kustomer-ui-sdk-iframe'
