/** What the extension loads to ask the page. */
import { ofPage } from '../../shared/poll/hosts.ts'
import { ageOf } from '../../shared/poll/news.ts'
import { runner } from '../../shared/poll/runner.ts'

export { ageOf, ofPage, runner }
