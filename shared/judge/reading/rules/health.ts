import type { Rule } from '../rule.ts'

/** How texts say that something works, or that trouble is over. */
export const health: readonly Rule[] = [
  {
    name: 'works',
    role: 'works',
    phrases:
      'no such thing|nothing of the kind|nothing of the sort|at zero|back to zero|down to zero|see nothing unusual|notice nothing|works|work normally|work as expected|work as usual|work again|still work|work fine|working|functioning|functions|operating|operates|operational|functional|healthy|nominal|fine|normal|normally|as usual|as normal|as expected|stable|stay up|up and running|is up|are up|back up|online|good|green|keeps working|keep working|ok|okay|all clear|without trouble|without problem|without issue|without interruption|without error|without delay|in order|intact|reliably|usable|on time|promptly|in real time|at normal speed|succeed~|successfully|route as normal|going out again|is now working|now working|once again|come back|came back|going out|going through|coming through|getting through|arriving on time|load~ again|deliver~ again|sent again|working again|back online|resume~|reconnect~|as before|as they always do|as it always does|as they should|as it should|like before|flow~ again|flow~ normally|hold~ up well|in good shape|going strong|doing well|smoothly|without a hitch',
    examples: {
      'Search works, but exports do not.': 'exports failing; works: search',
      'Emails are going out again.': 'works: email',
      'SMS runs as it always does.': 'works: sms',
      'Exports are holding up well.': 'works: exports',
      'Chat is not running smoothly.': 'chat failing',
      'Calls do not run as they should.': 'voice failing',
    },
  },
  {
    name: 'never affected',
    role: 'works',
    sense: 'spared',
    phrases:
      'unaffected|unimpacted|untouched|not affected|not impacted|unchanged|spared|see nothing of the kind|see nothing of the sort',
    examples: {
      'Email is unaffected.': 'works: email',
      'Email is not unaffected.': 'email failing',
    },
  },
  {
    name: 'there to be reached',
    role: 'works',
    sense: 'reachable',
    phrases: 'available|accessible|reachable|available again|now available',
    examples: {
      'Exports are available.': 'works: exports',
      'Exports are no longer available.': 'exports down',
    },
  },
  {
    name: 'well again',
    role: 'works',
    sense: 'again',
    phrases:
      'recovers|recovered|recover|full recovery|restored|back to normal|return to baseline|returns to baseline|returned to baseline|back|return to normal|returns to normal|returned to normal|returned to full|caught up|self recovered|normalized|normalised|stabilized|stabilised|back on its feet|back on their feet|back in action|back in business|back on track|well again|alive and well',
    examples: {
      'Exports have recovered.': 'works: exports',
      'Voice is back on its feet, search isn’t.': 'search failing; works: voice',
      'Exports have not recovered.': 'exports named',
    },
  },
  {
    name: 'people can',
    role: 'can',
    phrases: 'can|able|able to|can now|can still',
    examples: { 'Agents can log in again.': 'works: login', 'Agents cannot log in.': 'login failing' },
  },
  {
    name: 'does what it is there for',
    role: 'doing',
    phrases:
      'work|load~|run~|open~|arrive~|go out|goes out|come in|coming in|connect~|complete~|finish~|deliver~|process~|show~ their|return~|respond~|answer~|sync~|play~|display~|reach~|stay~ connected|fire~|get through|go through|flow~|make|place|used|use|done|write',
    examples: { 'Timelines load.': 'works: timeline', 'Timelines load slowly.': 'timeline delayed' },
  },
  {
    name: 'the trouble is over',
    role: 'over',
    phrases:
      'continue to fall|are falling|is falling|decreasing|trending down|resolved|fixed|mitigated|cleared|corrected|solved|remediated|subsided|gone away|is over|are over|has ended|addressed|went away|eliminated|has lifted|no longer occur',
    examples: {
      'Delays in email are resolved, exports are still slow.': 'email delayed, exports delayed; over: email',
    },
  },
  {
    name: 'not yet',
    role: 'not-yet',
    phrases:
      'returning to normal|returning to baseline|returning to full|about to|still to|target|next step|this morning|earlier today|yesterday|last night|at first|initially|investigating|under investigation|pending|to be confirmed|unclear|unknown|recovering|briefly|temporarily|will|should|be|being|begin~|began|begun|starting|started to|partly|partially|mostly|most|gradually|soon|expected to|expect~|ensure~|improving|trying|attempting|working to|working towards|working toward|working on|in the process|if|majority|may|might|confirm|verify|to bring|to get|to return|to restore|to make|would|aim~|work on|work with|work to|work toward|continue to work with|continue to work on|bring|bringing|getting|returning|percent|almost|nearly|on the way|on its way|shall|yet to|close to|in stages|approach~|when',
    examples: {
      'Exports will be restored soon.': 'exports named',
      'We are working to restore search.': 'search named',
    },
  },
]
